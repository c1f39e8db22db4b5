import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { allReturns } from './all-returns.ts';
import type { ShownOrder } from './commerce.queries.ts';
import css from './orders.module.css';
import { ReturnCard } from './return-card.tsx';

/** Every return of a customer, also of orders that are folded away. `most`: so many at first. */
export function ReturnsList({ orders, most }: { orders: readonly ShownOrder[]; most: number }) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const returns = allReturns(orders);
  const shown = all ? returns : returns.slice(0, most);
  return (
    <>
      <ul className={css.list}>
        {shown.map((one) => (
          <ReturnCard key={one.of.id} {...one} />
        ))}
      </ul>
      {returns.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('commerce.more', { count: returns.length - shown.length })}
        </Button>
      )}
    </>
  );
}
