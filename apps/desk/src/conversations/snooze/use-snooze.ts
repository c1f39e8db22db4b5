import { useMutation } from '@tanstack/react-query';
import { snoozeConversation, wakeConversation } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { putIntoDetail, putIntoLists } from '../conversations.cache.ts';
import { keys } from '../conversations.queries.ts';

/** Puts a conversation out of sight (null: until the customer writes) or brings it back; told with the way back. */
export function useSnooze(id: string) {
  const t = useWords();
  const reader = useReader();
  const myId = useMe().agent.id;
  const set = useMutation({
    mutationFn: (wish: { until: Date | null } | 'wake') =>
      wish === 'wake'
        ? call(wakeConversation, { params: { id } })
        : call(snoozeConversation, { params: { id }, body: { until: wish.until?.toISOString() ?? null } }),
    onSuccess: (conversation) => {
      putIntoDetail(queryClient, id, () => conversation);
      putIntoLists(queryClient, conversation, myId);
      void queryClient.invalidateQueries({ queryKey: keys.counts });
    },
    onError: tellFailure,
  });
  const wake = () => set.mutate('wake');
  const snooze = (until: Date | null) =>
    set.mutate(
      { until },
      {
        onSuccess: () =>
          tellWithUndo(until ? t('snooze.told', { time: shortTime(until.toISOString(), reader) }) : t('snooze.told_reply'), {
            label: t('merge.undo'),
            undo: wake,
          }),
      },
    );
  return { snooze, wake };
}
