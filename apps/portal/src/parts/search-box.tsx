import type { JSX } from 'preact';
import type { ErrorModel, PageModel } from '../models.ts';
import type { Page } from '../page/page.ts';
import { SearchIcon } from './icons.tsx';

/** A plain GET form. The script makes suggestions in the list below it; without the script the list stays hidden. */
export function SearchBox({ page, q = '' }: { page: Page<PageModel | ErrorModel>; q?: string }): JSX.Element {
  const { t, links } = page;
  return (
    <search>
      <form
        class="search"
        action={links.search}
        method="get"
        data-suggest={links.suggest}
        data-label={t('search.suggestions')}
        data-count={t('search.suggestions_count', { number: '%' })}
      >
        <SearchIcon />
        <input
          type="search"
          name="q"
          value={q}
          maxLength={300}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          autocomplete="off"
          enterkeyhint="search"
        />
        <button type="submit">{t('search.button')}</button>
      </form>
    </search>
  );
}

/** The search of the pages that are not about searching. */
export const SearchBand = ({ page, q }: { page: Page<PageModel | ErrorModel>; q?: string }): JSX.Element => (
  <div class="search-band">
    <div class="column">
      <SearchBox page={page} q={q} />
    </div>
  </div>
);
