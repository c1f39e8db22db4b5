import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { customerCommerceQuery } from '../../commerce/commerce.queries.ts';
import css from './customer-pane.module.css';

const SHOWN = 3;

const CommerceList = lazy(async () => ({ default: (await import('../../commerce/commerce-list.tsx')).CommerceList }));

/** What the customer bought and has contracts for; no room is taken while that is nothing. */
export function PaneCommerce({ customerId }: { customerId: string }) {
  const { data } = useQuery(customerCommerceQuery(customerId));
  if (!data || data.orders.length + data.contracts.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <CommerceList
        {...data}
        most={SHOWN}
        part={(title, children) => (
          <section key={title} className={css.section}>
            <h4>{title}</h4>
            {children}
          </section>
        )}
      />
    </Suspense>
  );
}
