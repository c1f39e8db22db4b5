import type { Customer } from '@madoguchi/contract/customers.ts';
import { Alert, Badge, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { LinkIcon } from '../admin/links.tsx';
import { useWords } from '../app/locale.tsx';
import { Duplicates } from '../conversations/customer/duplicates.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { CustomerCommerce } from './customer-commerce.tsx';
import { CustomerDetails } from './customer-details.tsx';
import css from './customer-page.module.css';
import { customerQuery } from './customers.queries.ts';
import { CustomerMenu } from './erase/customer-menu.tsx';
import { IdentityList } from './identity-list.tsx';
import { MergedList } from './merged/merged-list.tsx';
import { Notes } from './notes/notes.tsx';
import { PastConversations } from './past-conversations.tsx';
import { Timeline } from './timeline/timeline.tsx';

/** One person: who they are, every address, what colleagues should know, everything they ever asked, and what happened when. */
export function CustomerPage() {
  const { customerId = '' } = useParams({ strict: false });
  const t = useAdminWords();
  const desk = useWords();
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
      actions={customer && <CustomerMenu customer={customer} />}
      width={1344}
    >
      {error && !customer && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!error && !customer && <Waiting />}
      {customer && <Whole key={customer.id} customer={customer} />}
    </Page>
  );
}

function Whole({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  const { id } = customer;
  return (
    <div className={`${forms.forms} ${css.columns}`}>
      <div className={css.about}>
        {customer.erasedAt && <Alert color="gray">{t('customer.erased')}</Alert>}
        {!customer.erasedAt && <Duplicates customerId={id} />}
        <CustomerDetails customer={customer} />
        <IdentityList customer={customer} />
        <MergedList customer={customer} />
      </div>
      <div className={css.happened}>
        {!customer.erasedAt && <Notes customerId={id} />}
        <CustomerCommerce customerId={id} />
        <PastConversations customerId={id} />
        <Timeline customerId={id} />
      </div>
    </div>
  );
}

const Waiting = () => (
  <div className={css.columns}>
    <Skeleton height={420} radius="md" />
    <Skeleton height={420} radius="md" />
  </div>
);

function Title({ customer, name }: { customer: Customer; name: string }) {
  return (
    <span className={css.title}>
      <Avatar name={customer.name || '?'} id={customer.id} size={28} />
      <span>{name}</span>
      {customer.reading && <span className={css.reading}>{customer.reading}</span>}
      {customer.organization && <span className={css.organization}>{customer.organization.name}</span>}
      {customer.tags.slice(0, 4).map((tag) => (
        <Badge key={tag} variant="light" tt="none" fw={400}>
          {tag}
        </Badge>
      ))}
    </span>
  );
}
