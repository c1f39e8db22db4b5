import { type Article, setArticleStatus } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import { articlesChanged, keys } from './knowledge.queries.ts';

export type Status = Article['status'];
type Change = { id: string; from: Status; to: Status };

const told = { published: 'article.told_published', draft: 'article.told_taken_back', archived: 'article.told_archived' } as const;

const setStatus = async ({ id, to }: Change) => {
  const article = await call(setArticleStatus, { params: { id }, body: { status: to } });
  queryClient.setQueryData(keys.one(id), article);
  await articlesChanged();
  return article;
};

/** Publishes, takes back or archives at once; the way back is offered instead of a question before. */
export function useSetStatus() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: setStatus });
  return useMutation({
    mutationFn: setStatus,
    onSuccess: (_article, { id, from, to }) =>
      tellWithUndo(t(told[to]), { label: t('undo'), undo: () => back.mutate({ id, from: to, to: from }) }),
  });
}
