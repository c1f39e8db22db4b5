import { listCategories } from '@madoguchi/contract/article-categories.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../app/client.ts';

/** The tree of a language; asked again whenever articles change. */
export const categoriesQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['articles', 'list', 'categories', locale] as const,
    queryFn: () => call(listCategories, { query: { locale } }),
  });
