import type { CustomerCommerce } from '@madoguchi/contract/commerce.ts';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { ContractCard } from './contract-card.tsx';
import { OrderCard } from './order-card.tsx';
import css from './orders.module.css';

type Props = CustomerCommerce & {
  /** So many orders at first; the others when asked for. */
  most: number;
  /** Each part under its heading; a part that is empty is not asked for. */
  part: (title: string, children: ReactNode) => ReactNode;
};

/** Orders and contracts of a customer, as the page and the pane beside a conversation show them. */
export function CommerceList({ orders, contracts, most, part }: Props) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? orders : orders.slice(0, most);
  return (
    <>
      {contracts.length > 0 &&
        part(
          t('commerce.contracts'),
          <ul className={css.list}>
            {contracts.map((contract) => (
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
    </>
  );
}
