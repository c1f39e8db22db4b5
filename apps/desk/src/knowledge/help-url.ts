import type { Article } from '@madoguchi/contract/knowledge.ts';

/** Where customers read an article in the help centre. */
export const helpUrlOf = (article: Pick<Article, 'slug' | 'locale'>): string =>
  `/help/${article.locale}/articles/${encodeURIComponent(article.slug)}`;
