import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { alikeWords } from './alike-words.ts';
import css from './joined.module.css';
import { useMergeConversation, useNotTheSame } from './joined.mutations.ts';
import { alikeQuery } from './joined.queries.ts';

/** The likeliest other conversation about the same matter, and why; nothing, and no room taken, while there is none. */
export function AlikeBanner({ conversationId }: { conversationId: string }) {
  const t = useWords();
  const mayMerge = useCan('conversation.status');
  const { data } = useQuery(alikeQuery(conversationId));
  const merge = useMergeConversation(conversationId);
  const two = useNotTheSame(conversationId);
  const [first] = data?.items ?? [];
  if (!first) return null;
  const { conversation, reasons } = first;
  const busy = merge.isPending || two.isPending;
  return (
    <section className={css.banner} aria-label={t('merge.proposed_label')}>
      <IconArrowMerge size={18} stroke={1.6} aria-hidden />
      <span className={css.words}>
        {t('merge.proposed')}{' '}
        <Link to="/c/$conversationId" params={{ conversationId: conversation.id }} search={(now) => now as never} className={css.link}>
          #{conversation.number} {conversation.subject || t('conversation.untitled')}
        </Link>
        <span className={css.reasons}>{reasons.map((reason) => alikeWords(t, reason)).join(' · ')}</span>
      </span>
      {mayMerge && (
        <span className={css.actions}>
          <Button size="compact-sm" variant="default" loading={merge.isPending} disabled={busy} onClick={() => merge.mutate(conversation)}>
            {t('merge.do')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" disabled={busy} onClick={() => two.mutate(conversation)}>
            {t('merge.not_same')}
          </Button>
        </span>
      )}
    </section>
  );
}
