import { pinArticle } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { articlesChanged, keys } from '../knowledge.queries.ts';

type Change = { id: string; pinned: boolean };

const pin = async ({ id, pinned }: Change) => {
  queryClient.setQueryData(keys.one(id), await call(pinArticle, { params: { id }, body: { pinned } }));
  await articlesChanged();
};

/** Puts an article at the head of the help center's FAQ, or no longer; with the way back. */
export function usePin() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: pin });
  return useMutation({
    mutationFn: pin,
    onSuccess: (_done, { id, pinned }) =>
      tellWithUndo(t(pinned ? 'list.told_pinned' : 'list.told_unpinned'), {
        label: t('undo'),
        undo: () => back.mutate({ id, pinned: !pinned }),
      }),
  });
}
