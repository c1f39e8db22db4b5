import type { JSX } from 'preact';
import type { Page } from '../page/page.ts';
import { categoryName } from './lists.tsx';

/** Where this page hangs: the front page and the categories above, from the top. */
export const Breadcrumb = ({ page, categories = [] }: { page: Page; categories?: readonly string[] }): JSX.Element => (
  <nav class="breadcrumb" aria-label={page.t('site.you_are_here')}>
    <ol>
      <li>
        <a href={page.links.home}>{page.t('site.help_center')}</a>
      </li>
      {categories.map((name) => (
        <li key={name}>
          <a href={page.links.category(name)}>{categoryName(page, name)}</a>
        </li>
      ))}
    </ol>
  </nav>
);
