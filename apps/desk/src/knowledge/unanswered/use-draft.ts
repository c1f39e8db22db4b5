import { draftFromUnanswered } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { articlesChanged, keys } from '../knowledge.queries.ts';

/** A question, and the agent's reply that becomes its answer. */
export type DraftWish = { question: string; replyId?: string };

/** Makes a draft of an unanswered question and opens it; the same question in any wording always opens the same draft. */
export function useDraft() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (wish: DraftWish) => call(draftFromUnanswered, { body: wish }),
    onSuccess: async (article) => {
      queryClient.setQueryData(keys.one(article.id), article);
      void articlesChanged();
      await navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } });
    },
  });
}
