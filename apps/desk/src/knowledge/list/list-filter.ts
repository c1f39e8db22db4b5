import { makeStore } from '../../ui/store.ts';
import type { ArticleFilter } from '../knowledge.queries.ts';

export const noFilter: ArticleFilter = { q: '', status: null, category: null, mark: null };

/** What the list shows: kept while an editor goes into an article and comes back. */
export const filterStore = makeStore<ArticleFilter>(noFilter);

export const isFiltered = (filter: ArticleFilter): boolean =>
  filter.q !== '' || filter.status !== null || filter.category !== null || filter.mark !== null;
