import type { ListOrder, View } from '@madoguchi/contract/conversations.ts';
import css from './list-head.module.css';
import { OrderMenu } from './order-menu.tsx';
import { SearchField } from './search-field.tsx';
import { ViewMenu } from './view-menu.tsx';

type Props = { view: View; q: string; order: ListOrder; setOrder: (order: ListOrder) => void };

/** Above the list: which view (where the views have no column of their own), the search, and the order. */
export function ListHead({ view, q, order, setOrder }: Props) {
  return (
    <header className={css.head}>
      <ViewMenu view={view} />
      <div className={css.find}>
        <SearchField view={view} q={q} />
        <OrderMenu view={view} q={q} order={order} setOrder={setOrder} />
      </div>
    </header>
  );
}
