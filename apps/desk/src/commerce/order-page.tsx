import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { LinkIcon } from '../admin/links.tsx';
import { Section } from '../admin/section.tsx';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { orderQuery } from './commerce.queries.ts';
import { OrderCard } from './order-card.tsx';
import css from './orders.module.css';

/** /orders/<id>: one order and who bought, also where nobody here has proved the address. */
export function OrderPage() {
  const { orderId = '' } = useParams({ strict: false });
  const t = useWords();
  const { data, error, refetch } = useQuery(orderQuery(orderId));
  const back = (
    <LinkIcon to="/search" variant="subtle" color="gray" size={44} ml={-12} aria-label={t('order.back')}>
      <IconArrowLeft size={20} stroke={1.6} />
    </LinkIcon>
  );
  return (
    <Page title={data ? t('order.title', { number: data.order.number }) : t('commerce.orders')} back={back} width={800}>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('action.retry')}
          </Button>
        </Failure>
      )}
      {!error && !data && <Skeleton height={320} radius="md" />}
      {data && (
        <div className={css.page}>
          <ul className={css.list}>
            <OrderCard order={data.order} open />
          </ul>
          <Section title={t('order.buyer')} text={data.customer ? undefined : t('order.buyer_unknown')}>
            <dl className={css.facts}>
              {data.customer && (
                <>
                  <dt>{t('order.customer')}</dt>
                  <dd>
                    <Link to="/customers/$customerId" params={{ customerId: data.customer.id }} className={css.track}>
                      {customerName(t, data.customer.name)}
                    </Link>
                  </dd>
                </>
              )}
              <dt>{t('order.buyer_name')}</dt>
              <dd>{data.order.buyer.name || '–'}</dd>
              <dt>{t('order.buyer_email')}</dt>
              <dd>{data.order.buyer.email || '–'}</dd>
              <dt>{t('order.buyer_phone')}</dt>
              <dd>{data.order.buyer.phone || '–'}</dd>
              <dt>{t('order.source')}</dt>
              <dd>{data.order.source}</dd>
            </dl>
          </Section>
        </div>
      )}
    </Page>
  );
}
