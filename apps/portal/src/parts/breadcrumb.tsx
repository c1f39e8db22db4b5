import type { JSX } from 'preact';
import type { Page } from '../page/page.ts';
import { categoryName } from './lists.tsx';

/** Where this page hangs: the front page and, for an article, its category. */
export const Breadcrumb = ({ page, category }: { page: Page; category?: string }): JSX.Element => (
  <nav class="breadcrumb" aria-label={page.t('site.you_are_here')}>
    <ol>
      <li>
        <a href={page.links.home}>{page.t('site.help_center')}</a>
      </li>
      {category !== undefined && (
        <li>
          <a href={page.links.category(category)}>{categoryName(page, category)}</a>
        </li>
      )}
    </ol>
  </nav>
);
