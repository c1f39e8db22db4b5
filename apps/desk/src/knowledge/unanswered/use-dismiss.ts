import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { dismissUnanswered, type listUnanswered } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { makeStore, useStore } from '../../ui/store.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { keys } from '../knowledge.queries.ts';

/** Questions taken off the list whose undo time still runs; outlives the page, so that leaving it loses nothing. */
const dismissedStore = makeStore<readonly string[]>([]);
const without = (question: string) => dismissedStore.set((now) => now.filter((one) => one !== question));

/** Takes a question off the list at once and tells the server when nobody has taken it back. */
export function useDismiss() {
  const t = useAdminWords();
  const dismissed = useStore(dismissedStore, (now) => now);
  const { mutate } = useMutation({
    mutationFn: (question: string) => call(dismissUnanswered, { body: { question } }),
    onSuccess: (_nothing, question) =>
      queryClient.setQueryData<OutputOf<typeof listUnanswered>>(
        keys.unanswered,
        (now) => now && { items: now.items.filter((item) => item.question !== question) },
      ),
    onSettled: (_nothing, _error, question) => without(question),
  });
  const dismiss = (question: string) => {
    dismissedStore.set((now) => [...now, question]);
    tellWithUndo(t('unanswered.dismissed'), { label: t('undo'), undo: () => without(question) }, () => mutate(question));
  };
  return { dismissed, dismiss };
}
