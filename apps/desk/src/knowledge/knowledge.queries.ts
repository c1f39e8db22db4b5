import { listArticleHistory } from '@madoguchi/contract/article-life.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import {
  getArticle,
  getArticleVersion,
  listArticles,
  listArticleVersions,
  listSynonyms,
  listUnanswered,
  summarizeArticles,
} from '@madoguchi/contract/knowledge.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { myChecksQuery } from '../app/my-checks.ts';
import { queryClient } from '../app/query-client.ts';

export type ArticleRow = OutputOf<typeof listArticles>['items'][number];
export type MarkName = keyof OutputOf<typeof summarizeArticles>['marks'];
export type ArticleFilter = { q: string; status: ArticleRow['status'] | null; category: string | null; mark: MarkName | null };

export const keys = {
  all: ['articles'] as const,
  list: (filter: ArticleFilter) => ['articles', 'list', filter] as const,
  summary: ['articles', 'summary'] as const,
  one: (id: string) => ['articles', 'one', id] as const,
  unanswered: ['unanswered'] as const,
  synonyms: ['synonyms'] as const,
};

export const articlesQuery = (filter: ArticleFilter) =>
  infiniteQueryOptions({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam }) =>
      call(listArticles, {
        query: {
          q: filter.q || undefined,
          status: filter.status ?? undefined,
          category: filter.category ?? undefined,
          mark: filter.mark ?? undefined,
          cursor: pageParam ?? undefined,
          limit: 50,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const summaryQuery = queryOptions({ queryKey: keys.summary, queryFn: () => call(summarizeArticles, {}) });

export const articleQuery = (id: string) =>
  queryOptions({ queryKey: keys.one(id), queryFn: () => call(getArticle, { params: { id } }), staleTime: 0 });

export const unansweredQuery = queryOptions({ queryKey: keys.unanswered, queryFn: () => call(listUnanswered, {}) });

export const synonymsQuery = queryOptions({ queryKey: keys.synonyms, queryFn: () => call(listSynonyms, {}) });

/** Lists, numbers and the questions still without an answer are asked for anew; the article that was just saved is already known. */
export const articlesChanged = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['articles', 'list'] }),
    queryClient.invalidateQueries({ queryKey: keys.summary }),
    queryClient.invalidateQueries({ queryKey: myChecksQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: keys.unanswered }),
  ]);

/** Published articles that a link may lead to, by words of their title or text. */
export const linkableQuery = (q: string) =>
  queryOptions({
    queryKey: ['articles', 'linkable', q] as const,
    queryFn: () => call(listArticles, { query: { q: q || undefined, status: 'published', audience: 'public', limit: 8 } }),
  });

/** Who saved an article when. `newest`: a saved article has one version more than the list that is known. */
export const versionsQuery = (id: string, newest: number) =>
  queryOptions({ queryKey: ['articles', 'versions', id, newest] as const, queryFn: () => call(listArticleVersions, { params: { id } }) });

/** What happened to an article beside its words; asked for anew whenever it is looked at. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['articles', 'history', id] as const,
    queryFn: () => call(listArticleHistory, { params: { id } }),
    staleTime: 0,
  });

/** A version never changes. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['articles', 'version', id, version] as const,
    queryFn: () => call(getArticleVersion, { params: { id, version } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
