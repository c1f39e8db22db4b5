import { useMutation } from '@tanstack/react-query';
import { setConversationFields } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { putIntoDetail, putIntoLists } from '../conversations.cache.ts';
import { keys } from '../conversations.queries.ts';

type Changes = Record<string, string | null>;

/** Fills in fields and offers to take that back. `back`: what stood there; `what`: the field, as it is told. */
export function useSetFields(id: string) {
  const t = useWords();
  const myId = useMe().agent.id;
  const write = async (changes: Changes) => {
    const conversation = await call(setConversationFields, { params: { id }, body: { changes } });
    putIntoDetail(queryClient, id, () => conversation);
    putIntoLists(queryClient, conversation, myId);
    void queryClient.invalidateQueries({ queryKey: keys.procedure(id) });
    return conversation;
  };
  const undo = useMutation({ mutationFn: write });
  return useMutation({
    meta: { quiet: true },
    mutationFn: ({ changes }: { changes: Changes; back?: Changes; what?: string }) => write(changes),
    onSuccess: (_conversation, { back, what }) => {
      if (back && what) tellWithUndo(t('fields.told', { field: what }), { label: t('undo.undo'), undo: () => undo.mutate(back) });
    },
  });
}
