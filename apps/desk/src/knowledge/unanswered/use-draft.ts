import { draftFromUnanswered } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { articlesChanged, keys } from '../knowledge.queries.ts';

/** Makes a draft of an unanswered question and opens it; the same question always opens the same draft. */
export function useDraft() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (question: string) => call(draftFromUnanswered, { body: { question: question.slice(0, 500) } }),
    onSuccess: async (article) => {
      queryClient.setQueryData(keys.one(article.id), article);
      void articlesChanged();
      await navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } });
    },
  });
}
