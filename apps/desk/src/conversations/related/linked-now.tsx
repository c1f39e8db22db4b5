import type { RelatedConversation } from '@madoguchi/contract/related.ts';
import { Button } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';
import css from './related.module.css';
import { useUnrelate } from './related.mutations.ts';

/** What is linked already, each with the way out; nothing while there is none. */
export function LinkedNow({ items }: { items: readonly RelatedConversation[] }) {
  const t = useWords();
  const remove = useUnrelate();
  if (items.length === 0) return null;
  return (
    <ul className={css.list} aria-label={t('related.now')}>
      {items.map(({ linkId, relation, conversation }) => (
        <li key={linkId} className={css.item}>
          <span className={css.kind}>{t(`related.${relation}`)}</span>
          <span className={css.words}>
            #{conversation.number} {conversation.subject || t('conversation.untitled')}
          </span>
          <Button size="compact-sm" variant="subtle" color="gray" disabled={remove.isPending} onClick={() => remove.mutate(linkId)}>
            {t('related.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
