import type { Message } from '@madoguchi/contract/messages.ts';
import { IconMessageExclamation, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { approveReply } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { undoSend } from '../composer/undo-toast.tsx';
import { putMessage } from '../conversations.cache.ts';
import { approvalsQuery, keys } from '../conversations.queries.ts';
import bubble from '../timeline/bubble.module.css';
import css from './approval.module.css';

const ApprovalDialog = lazy(async () => ({ default: (await import('./approval-dialog.tsx')).ApprovalDialog }));

/** A reply that waits for approval: for its author a way to take it back, for whoever may approve the ways on. */
export function ApprovalMark({ message }: { message: Message }) {
  const t = useWords();
  const mine = useMe().agent.id === message.author.id;
  const [asking, setAsking] = useState<'change' | 'return' | null>(null);
  const { data } = useQuery(approvalsQuery(message.conversationId));
  const approval = data?.items.find(({ messageId }) => messageId === message.id);
  const renew = () => queryClient.invalidateQueries({ queryKey: keys.approvals(message.conversationId) });
  const isLater = message.scheduled !== null;
  const approve = useMutation({
    mutationFn: (id: string) => call(approveReply, { params: { id }, body: {} }),
    onSuccess: (sent) => {
      putMessage(queryClient, sent);
      void queryClient.invalidateQueries({ queryKey: keys.counts });
      tell(t(sent.delivery === 'held' ? 'approval.told_approved_later' : 'approval.told_approved'));
    },
    onSettled: renew,
  });
  return (
    <div className={css.mark}>
      <span className={bubble.mark} data-kind="unsent">
        <IconUserCheck size={14} stroke={1.8} aria-hidden />
        {t(approval?.escalated ? 'approval.overdue' : 'approval.waiting')}
        {approval && <span className={css.rule}>{approval.ruleName}</span>}
      </span>
      {approval?.customerWrote && (
        <span className={css.wrote}>
          <IconMessageExclamation size={14} stroke={1.8} aria-hidden />
          {t('approval.customer_wrote')}
        </span>
      )}
      {approval?.mayDecide && (
        <span className={css.actions}>
          <button type="button" className={css.approve} disabled={approve.isPending} onClick={() => approve.mutate(approval.id)}>
            {t(isLater ? 'approval.approve_later' : 'approval.approve')}
          </button>
          <button type="button" className={css.other} onClick={() => setAsking('change')}>
            {t('approval.change')}
          </button>
          <button type="button" className={css.other} onClick={() => setAsking('return')}>
            {t('approval.return')}
          </button>
        </span>
      )}
      {mine && (
        <button type="button" className={bubble.link} onClick={() => void undoSend(message)}>
          {t('approval.withdraw')}
        </button>
      )}
      {asking && approval && (
        <Suspense fallback={null}>
          <ApprovalDialog kind={asking} message={message} approval={approval} close={() => setAsking(null)} />
        </Suspense>
      )}
    </div>
  );
}
