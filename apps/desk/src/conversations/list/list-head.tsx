import type { View } from '@madoguchi/contract/conversations.ts';
import css from './list-head.module.css';
import { SearchField } from './search-field.tsx';
import { ViewMenu } from './view-menu.tsx';

/** Above the list: which view (where the views have no column of their own), and the search. */
export function ListHead({ view, q }: { view: View; q: string }) {
  return (
    <header className={css.head}>
      <ViewMenu view={view} />
      <SearchField view={view} q={q} />
    </header>
  );
}
