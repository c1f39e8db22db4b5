import type { Article } from '@madoguchi/contract/knowledge.ts';

/** Where customers read an article: the Japanese help center stands at /help, the English one at /help/en. */
export const helpUrlOf = (article: Pick<Article, 'slug' | 'locale'>): string =>
  `/help${article.locale === 'en' ? '/en' : ''}/articles/${encodeURIComponent(article.slug)}`;
