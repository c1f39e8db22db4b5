// Pure: for whom articles are read.
import { helpAddress, helpPath } from '../workspaces/brands/brands.rules.ts';
import type { BrandLook } from '../workspaces/brands/brands.types.ts';
import type { Readers } from './knowledge.types.ts';

/** Whoever looks after the articles of a workspace: those of every brand. */
export const everyone = (workspaceId: string): Readers => ({ workspaceId, brandId: null, base: '/help' });

/** The customers of a brand, wherever they are; links lead to the brand's own help center. */
export const customersOf = (workspaceId: string, brand: BrandLook, publicUrl: string | null): Readers => ({
  workspaceId,
  brandId: brand.id,
  base: helpAddress(brand, publicUrl),
});

/** The customers of a brand on the pages of its help center. */
export const visitorsOf = (workspaceId: string, brand: BrandLook): Readers => ({ workspaceId, brandId: brand.id, base: helpPath(brand) });

/** Links to other articles, which are written as on the default help center, lead to the readers' own. */
export const withOwnLinks = (markdown: string, { base }: Pick<Readers, 'base'>): string =>
  base === '/help' ? markdown : markdown.replace(/(\]\(<?)\/help((?:\/en)?\/(?:articles|categories)\/)/g, `$1${base}$2`);
