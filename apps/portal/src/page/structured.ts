import type { PageModel } from '../models.ts';
import type { Page } from './page.ts';

/** Where a page hangs below the front page, for search engines (schema.org/BreadcrumbList). `steps`: names and paths, this page last. */
export const crumbs = ({ t, links, origin }: Page<PageModel>, steps: readonly (readonly [name: string, path: string])[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: [[t('site.help_center'), links.home] as const, ...steps].map(([name, path], i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: origin + path,
  })),
});
