import type { Locale } from '@madoguchi/contract/common.ts';
import { IconMessageCircle, IconSearch, IconX } from '@tabler/icons-react';
import { adminWords, useAdminWords } from '../../admin/admin-words.ts';
import { inkOn } from './contrast.ts';
import css from './messenger-preview.module.css';
import { spanOf } from './reply-minutes.ts';

type Props = { locale: Locale; name: string; color: string; greeting: string; replyMinutes: number };

/** A likeness of the messenger, in the language of the customer rather than the one of the desk. */
export function MessengerPreview({ locale, name, color, greeting, replyMinutes }: Props) {
  const label = useAdminWords()('workspace.preview');
  const t = adminWords[locale];
  const { word, count } = spanOf(replyMinutes);
  return (
    <figure
      className={css.frame}
      aria-label={label}
      lang={locale}
      style={{ ['--brand' as string]: color, ['--on-brand' as string]: inkOn(color) }}
    >
      <div className={css.panel} aria-hidden>
        <div className={css.head}>
          <span className={css.name}>{name}</span>
          <IconX size={16} stroke={1.8} />
          <span className={css.reply}>{t('workspace.preview_reply', { time: t(word, { count }) })}</span>
        </div>
        <div className={css.body}>
          <p className={css.greeting}>{greeting}</p>
          <div className={css.search}>
            <IconSearch size={14} stroke={1.8} />
            {t('workspace.preview_search')}
          </div>
          <div className={css.button}>{t('workspace.preview_start')}</div>
        </div>
      </div>
      <div className={css.launcher} aria-hidden>
        <IconMessageCircle size={28} stroke={1.6} />
      </div>
    </figure>
  );
}
