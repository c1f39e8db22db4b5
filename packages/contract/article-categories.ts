import { z } from 'zod';
import { locale, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

const name = personText(100).trim().min(1);

/** A category of one language, where it stands in the help center. */
export const categoryNode = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  /** 0 at the top. */
  depth: z.number().int(),
  /** Articles that name it and are not archived. */
  count: z.number().int(),
});
export type CategoryNode = z.infer<typeof categoryNode>;

export const listCategories = endpoint('GET', '/api/article-categories', {
  summary: 'The categories of a language as a tree: each after its parent',
  query: z.object({ locale }),
  response: z.object({ items: z.array(categoryNode) }),
});

/** 422 category.tree_refused with `why`: repeated, parent_unknown, too_deep (a circle too; four levels at most). */
export const arrangeCategories = endpoint('PUT', '/api/article-categories', {
  summary: 'Give the categories of a language their places; the whole tree at once',
  body: z.object({ locale, items: z.array(z.object({ name, parent: name.nullable() })).max(500) }),
});

export const renameCategory = endpoint('POST', '/api/article-categories/rename', {
  summary: 'Rename a category with all its articles; into one that is there, the two become one',
  body: z.object({ locale, from: name, to: name }),
  response: z.object({ articles: z.number().int() }),
});
