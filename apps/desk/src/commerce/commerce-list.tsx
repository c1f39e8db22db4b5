import type { CustomerCommerce } from '@madoguchi/contract/commerce.ts';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { ContractCard } from './contract-card.tsx';
import { OrderCard } from './order-card.tsx';
import css from './orders.module.css';
import { ReturnsList } from './returns-list.tsx';

type Props = CustomerCommerce & {
  /** So many orders at first; the others when asked for. */
  most: number;
  /** Whether the returns have a list of their own, besides standing with their orders. */
  withReturns?: boolean;
  /** Each part under its heading; a part that is empty is not asked for. */
  part: (title: string, children: ReactNode) => ReactNode;
};

/** What a customer has a right to now comes first. */
const STANDING = { running: 0, coming: 1, ended: 2 } as const;

/** Orders and contracts of a customer, as the page and the pane beside a conversation show them. */
export function CommerceList({ orders, contracts, most, withReturns = false, part }: Props) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? orders : orders.slice(0, most);
  return (
    <>
      {contracts.length > 0 &&
        part(
          t('commerce.contracts'),
          <ul className={css.list}>
            {contracts
              .toSorted((one, other) => STANDING[one.standing] - STANDING[other.standing])
              .map((contract) => (
                <ContractCard key={contract.id} contract={contract} />
              ))}
          </ul>,
        )}
      {orders.length > 0 &&
        part(
          t('commerce.orders'),
          <>
            <ul className={css.list}>
              {shown.map((order) => (
                <OrderCard key={order.id} order={order} />
              ))}
            </ul>
            {orders.length > shown.length && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
                {t('commerce.more', { count: orders.length - shown.length })}
              </Button>
            )}
          </>,
        )}
      {withReturns &&
        orders.some(({ returns }) => returns.length > 0) &&
        part(t('commerce.returns'), <ReturnsList orders={orders} most={most} />)}
    </>
  );
}
