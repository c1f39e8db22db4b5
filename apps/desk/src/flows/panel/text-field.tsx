import type { Locale } from '@madoguchi/contract/common.ts';
import type { FlowText } from '@madoguchi/contract/flows.ts';
import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { InsertChips, inserted } from './insert-chips.tsx';
import css from './panel.module.css';

const languages = { ja: '日本語', en: 'English' } as const;

type Props = { label: string; value: FlowText; max?: number; onChange: (value: FlowText) => void };

/** A text in both languages, the one of the desk first; answers are put in where the caret stands. */
export function TextField({ label, value, max = 2000, onChange }: Props) {
  const t = useAdminWords();
  const first = useLocale();
  const [last, setLast] = useState<Locale>(first);
  const fields = useRef<Partial<Record<Locale, HTMLTextAreaElement | null>>>({});
  const order: Locale[] = first === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  const oneEmpty = (value.ja.trim() === '') !== (value.en.trim() === '');
  return (
    <div className={css.texts}>
      {order.map((locale) => (
        <Textarea
          key={locale}
          ref={(field) => {
            fields.current[locale] = field;
          }}
          lang={locale}
          label={t('flows.text_lang', { label, language: languages[locale] })}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={max}
          value={value[locale]}
          onFocus={() => setLast(locale)}
          onChange={(event) => onChange({ ...value, [locale]: event.currentTarget.value })}
        />
      ))}
      <InsertChips onInsert={(quote) => onChange({ ...value, [last]: inserted(fields.current[last] ?? null, value[last], quote) })} />
      {oneEmpty && <p className={css.hint}>{t('flows.text_falls_back')}</p>}
    </div>
  );
}
