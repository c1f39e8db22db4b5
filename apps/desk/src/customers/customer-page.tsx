import type { Customer } from '@madoguchi/contract/customers.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useGuardUnsaved } from '../admin/form.ts';
import { LinkIcon } from '../admin/links.tsx';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { CustomerForm } from './customer-form.tsx';
import css from './customer-page.module.css';
import { customerQuery } from './customers.queries.ts';
import { IdentityList } from './identity-list.tsx';
import { PastConversations } from './past-conversations.tsx';

/** One person: name and reading, every address, what the company knows, and everything they ever asked. */
export function CustomerPage() {
  const { customerId = '' } = useParams({ strict: false });
  const t = useAdminWords();
  const desk = useWords();
  useGuardUnsaved();
  const { data: customer, error, refetch } = useQuery(customerQuery(customerId));
  const back = (
    <LinkIcon to="/customers" variant="subtle" color="gray" size={44} ml={-12} aria-label={t('customer.back')}>
      <IconArrowLeft size={20} stroke={1.6} />
    </LinkIcon>
  );
  return (
    <Page
      title={customer ? <Title customer={customer} name={customerName(desk, customer.name)} /> : t('customers.title')}
      back={back}
      width={1344}
    >
      {error && !customer && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!error && !customer && <Skeleton height={360} radius="md" />}
      {customer && (
        <CustomerForm
          key={customer.id}
          customer={customer}
          aside={
            <>
              <IdentityList customer={customer} />
              <PastConversations customerId={customer.id} />
            </>
          }
        />
      )}
    </Page>
  );
}

function Title({ customer, name }: { customer: Customer; name: string }) {
  return (
    <span className={css.title}>
      <Avatar name={customer.name || '?'} id={customer.id} size={28} />
      {name}
      {customer.reading && <span className={css.reading}>{customer.reading}</span>}
    </span>
  );
}
