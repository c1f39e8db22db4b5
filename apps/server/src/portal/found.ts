import type { Locale } from '@madoguchi/contract/common.ts';
import { publishedTree } from '../knowledge/categories/categories.queries.ts';
import { type PortalParts, toLink } from './portal.parts.ts';
import type { Site } from './portal.site.ts';

const POPULAR = 6;

/** What every page that shows the way offers: the questions asked most, and all categories. */
export async function foundOf({ frequent }: PortalParts, site: Site, locale: Locale) {
  const [popular, categories] = await Promise.all([
    frequent(site, locale, POPULAR),
    site.ctx.transaction((tx) => publishedTree(tx, site.readers, locale)),
  ]);
  return { popular: popular.map(toLink), categories };
}
