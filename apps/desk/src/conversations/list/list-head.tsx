import type { ListOrder, View } from '@madoguchi/contract/conversations.ts';
import type { FieldFilter } from './field-filter.ts';
import { FilterChip } from './filter-chip.tsx';
import { FilterMenu } from './filter-menu.tsx';
import css from './list-head.module.css';
import { OrderMenu } from './order-menu.tsx';
import { SearchField } from './search-field.tsx';
import { ViewMenu } from './view-menu.tsx';

type Props = { view: View; q: string; filter: FieldFilter; order: ListOrder; setOrder: (order: ListOrder) => void };

/** Above the list: which view (where the views have no column of their own), the search, the order, and what narrows it down. */
export function ListHead({ view, q, filter, order, setOrder }: Props) {
  return (
    <header className={css.head}>
      <ViewMenu view={view} />
      <div className={css.find}>
        <SearchField view={view} q={q} />
        <OrderMenu view={view} q={q} order={order} setOrder={setOrder} />
        <FilterMenu filter={filter} />
      </div>
      <FilterChip filter={filter} />
    </header>
  );
}
