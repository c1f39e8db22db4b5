import { flowFigures, getFlow, listFlows, listFlowVersions } from '@madoguchi/contract/flows.ts';
import { getArticle, listArticles } from '@madoguchi/contract/knowledge.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';

export const keys = {
  list: ['flows', 'list'] as const,
  one: (id: string) => ['flows', 'one', id] as const,
  versions: (id: string, version: number) => ['flows', 'versions', id, version] as const,
  figures: (id: string, days: number) => ['flows', 'figures', id, days] as const,
};

export const flowsQuery = queryOptions({ queryKey: keys.list, queryFn: () => call(listFlows, {}), staleTime: 0 });

export const flowQuery = (id: string) =>
  queryOptions({ queryKey: keys.one(id), queryFn: () => call(getFlow, { params: { id } }), staleTime: 0 });

/** `version`: the newest one known; a save makes the list be asked for anew. */
export const versionsQuery = (id: string, version: number) =>
  queryOptions({ queryKey: keys.versions(id, version), queryFn: () => call(listFlowVersions, { params: { id } }) });

export const figuresQuery = (id: string, days: number) =>
  queryOptions({ queryKey: keys.figures(id, days), queryFn: () => call(flowFigures, { params: { id }, query: { days } }) });

/** Published articles whose text holds every word of `q`. */
export const articleChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['flows', 'articles', q],
    queryFn: () => call(listArticles, { query: { q: q || undefined, status: 'published', audience: 'public', limit: 20 } }),
  });

export const chosenArticleQuery = (id: string) =>
  queryOptions({ queryKey: ['articles', 'one', id], queryFn: () => call(getArticle, { params: { id } }) });

export const listChanged = () => queryClient.invalidateQueries({ queryKey: keys.list });
