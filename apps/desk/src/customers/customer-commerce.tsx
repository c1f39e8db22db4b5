import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { Section } from '../admin/section.tsx';
import { useWords } from '../app/locale.tsx';
import { customerCommerceQuery } from '../commerce/commerce.queries.ts';
import { CommerceList } from '../commerce/commerce-list.tsx';
import { Failure } from '../ui/failure.tsx';
import css from './past-conversations.module.css';

const SHOWN = 5;

/** Contracts, orders and returns of a customer; says so where there are none, and from where they would come. */
export function CustomerCommerce({ customerId }: { customerId: string }) {
  const t = useWords();
  const admin = useAdminWords();
  const { data, error, refetch } = useQuery(customerCommerceQuery(customerId));
  const isEmpty = data && data.orders.length + data.contracts.length === 0;
  if (data && !isEmpty)
    return (
      <CommerceList
        {...data}
        most={SHOWN}
        withReturns
        part={(title, children) => (
          <Section key={title} title={title}>
            {children}
          </Section>
        )}
      />
    );
  return (
    <Section title={t('commerce.orders')}>
      {error && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {admin('retry')}
          </Button>
        </Failure>
      )}
      {!error && !data && <Skeleton height={64} />}
      {isEmpty && <p className={css.none}>{t('commerce.none')}</p>}
    </Section>
  );
}
