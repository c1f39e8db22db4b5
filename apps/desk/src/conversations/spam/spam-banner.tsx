import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { signWords } from './sign-words.ts';
import css from './spam-banner.module.css';
import { useSpamActions } from './use-spam-actions.ts';

type Spam = NonNullable<Conversation['spam']>;

/** Why a conversation is spam, and the way back. It stands where the reply would be begun, which there is none of. */
export function SpamBanner({ conversation, spam }: { conversation: Conversation; spam: Spam }) {
  const t = useWords();
  const { putBack } = useSpamActions(conversation.id);
  const maySet = useCan('inbox.manage');
  const signs = signWords(t, spam.signs);
  return (
    <section className={css.banner} aria-label={t('view.spam')}>
      <IconShieldX size={20} stroke={1.6} className={css.icon} aria-hidden />
      <div className={css.words}>
        <strong>{titleOf(t, spam)}</strong>
        {spam.words.length > 0 && (
          <p>
            {t('spam.words')}
            {spam.words.map((word) => (
              <span key={word} className={css.word}>
                {word}
              </span>
            ))}
          </p>
        )}
        {signs.length > 0 && (
          <p>
            {t('spam.signs')}
            {signs.map((sign) => (
              <span key={sign} className={css.word}>
                {sign}
              </span>
            ))}
          </p>
        )}
        <p className={css.quiet}>{t('spam.quiet')}</p>
      </div>
      <div className={css.actions}>
        <Button variant="default" onClick={() => putBack(false)}>
          {t('spam.unmark')}
        </Button>
        {spam.block && spam.block.kind !== 'domain' && (
          <Button variant="subtle" onClick={() => putBack(true)}>
            {t('spam.unmark_unblock')}
          </Button>
        )}
        {spam.block && maySet && (
          <Link to="/settings/$" params={{ _splat: 'spam' }} className={css.link}>
            {t('spam.block_list')}
          </Link>
        )}
      </div>
    </section>
  );
}

function titleOf(t: ReturnType<typeof useWords>, { by, score, block }: Spam): string {
  if (by === 'filter') return t('spam.by_filter', { percent: percentOf(score ?? 0) });
  return by === 'block_list' ? t('spam.by_block_list', { value: block?.value ?? '' }) : t('spam.by_agent');
}

/** Never a round hundred: a filter is not certain. */
const percentOf = (score: number): string => (Math.min(0.999, Math.floor(score * 1000) / 1000) * 100).toFixed(1);
