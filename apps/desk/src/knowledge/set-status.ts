import { type Article, getArticle, setArticleStatus } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import { passGate } from './gate/gate-store.ts';
import { articlesChanged, keys } from './knowledge.queries.ts';

export type Status = Article['status'];
type Change = { id: string; from: Status; to: Status };

const told = { published: 'article.told_published', draft: 'article.told_taken_back', archived: 'article.told_archived' } as const;
const toldInternal = { ...told, published: 'article.told_published_internal', draft: 'article.told_taken_back_internal' } as const;

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
  const change = useMutation({
    mutationFn: setStatus,
    onSuccess: ({ audience }, { id, from, to }) =>
      tellWithUndo(t(audience === 'internal' ? toldInternal[to] : told[to]), {
        label: t('undo'),
        undo: () => back.mutate({ id, from: to, to: from }),
      }),
  });
  return { ...change, mutate: async (wish: Change) => (await mayGoOut(wish)) && change.mutate(wish) };
}

/** What customers find, or find no more, is first tried against the checked questions. */
async function mayGoOut({ id, from, to }: Change): Promise<boolean> {
  if (from === 'published') return passGate({ kind: 'without_article', articleId: id });
  if (to !== 'published') return true;
  const article = await call(getArticle, { params: { id } }).catch(() => null);
  if (!article) return true;
  const { question, answer, category, examples } = article;
  return passGate({ kind: 'article', articleId: id, question, answer, category, examples });
}
