import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import css from './joined.module.css';
import { useUndoConversationMerge } from './joined.mutations.ts';

/** Where a conversation goes on that was merged into another one; it stands where the reply would be begun. */
export function WentOnBanner({ wentOn }: { wentOn: NonNullable<ConversationDetail['wentOn']> }) {
  const t = useWords();
  const undo = useUndoConversationMerge();
  const mayMerge = useCan('conversation.status');
  const { id, mergeId, number, subject } = wentOn;
  return (
    <section className={css.banner} aria-label={t('merge.went_on_label')}>
      <IconArrowMerge size={18} stroke={1.6} aria-hidden />
      <span className={css.words}>{t('merge.went_on', { number, subject: subject || t('conversation.untitled') })}</span>
      <span className={css.actions}>
        <LinkButton size="compact-sm" to="/c/$conversationId" params={{ conversationId: id }} search={(now) => now as never}>
          {t('merge.open')}
        </LinkButton>
        {mergeId && mayMerge && (
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate(mergeId)}>
            {t('merge.undo_merge')}
          </Button>
        )}
      </span>
    </section>
  );
}
