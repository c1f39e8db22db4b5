import type { Article } from '@madoguchi/contract/knowledge.ts';
import { useQuery } from '@tanstack/react-query';
import { type Brand, brandsQuery } from '../settings/brands/brands.queries.ts';

type Readable = Pick<Article, 'slug' | 'locale'>;

/** Where an article is in a help center: the Japanese one stands at its base, the English one at /en below it. */
export const helpUrlOf = ({ slug, locale }: Readable, base = '/help'): string =>
  `${base}${locale === 'en' ? '/en' : ''}/articles/${encodeURIComponent(slug)}`;

/** The help center in which an article can be read: the default brand's wherever that has it, else that of the first brand that has. */
export function baseOf(brandIds: Article['brandIds'], brands: readonly Pick<Brand, 'id' | 'isDefault' | 'helpUrl'>[]): string {
  const having = brands.filter(({ id }) => brandIds === null || brandIds.includes(id));
  return having.length === 0 || having.some(({ isDefault }) => isDefault) ? '/help' : having[0]!.helpUrl;
}

/** Where customers read this article. */
export function useHelpUrl(article: Readable & Pick<Article, 'brandIds'>): string {
  const { data } = useQuery({ ...brandsQuery, enabled: article.brandIds !== null });
  return helpUrlOf(article, baseOf(article.brandIds, data?.items ?? []));
}
