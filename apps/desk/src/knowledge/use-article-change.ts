import type { Article } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../app/query-client.ts';
import { articlesChanged, keys } from './knowledge.queries.ts';

/** Runs a request that answers with the article as it is then; the screens follow. `quiet`: the caller tells of a failure. */
export const useArticleChange = ({ quiet = false }: { quiet?: boolean } = {}) =>
  useMutation({
    mutationFn: async (change: () => Promise<Article>) => {
      const article = await change();
      queryClient.setQueryData(keys.one(article.id), article);
      await articlesChanged();
      return article;
    },
    meta: { quiet },
  });
