import type { ShopPayload } from '@madoguchi/contract/shops.ts';
import { Button, Skeleton, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { MorePages } from '../../admin/more-pages.tsx';
import { Section } from '../../admin/section.tsx';
import { Failure } from '../../ui/failure.tsx';
import { tell } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import css from './shops.module.css';
import { shopPayloadsQuery, useRetryPayload, useSettlePayload } from './shops.queries.ts';

/** What a shop sent, and what of it needs a look: why it could not be read, and the payload itself. */
export function Received({ shopId }: { shopId: string }) {
  const t = useAdminWords();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = useInfiniteQuery(shopPayloadsQuery(shopId, onlyUnread ? 'unread' : 'all'));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('shops.received')}
      text={t('shops.received_text')}
      action={
        <Switch label={t('shops.only_unread')} checked={onlyUnread} onChange={(event) => setOnlyUnread(event.currentTarget.checked)} />
      }
    >
      {query.isPending && <Skeleton height={160} radius="md" />}
      {query.error && !query.data && (
        <Failure error={query.error}>
          <Button variant="default" onClick={() => void query.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {query.data && items.length === 0 && <p className={css.none}>{t('shops.received_none')}</p>}
      {items.length > 0 && (
        <ul className={css.list}>
          {items.map((payload) => (
            <PayloadRow key={payload.id} payload={payload} />
          ))}
        </ul>
      )}
      <MorePages list={query} />
    </Section>
  );
}

function PayloadRow({ payload }: { payload: ShopPayload }) {
  const t = useAdminWords();
  const retrying = useRetryPayload(payload.id);
  const settling = useSettlePayload(payload.id);
  const { topic, state, problem, body, receivedAt } = payload;
  const isOpen = state === 'failed' || state === 'asks';
  return (
    <li className={css.payload}>
      <p className={css.line}>
        <span className={css.state} data-state={state}>
          {t(`shops.payload.${state}`)}
        </span>
        <code>{topic}</code>
        <span className={css.when}>
          <Ago at={receivedAt} />
        </span>
      </p>
      {state === 'asks' && <p className={css.problem}>{t('shops.asks_text')}</p>}
      {problem && <p className={css.problem}>{problem}</p>}
      {isOpen && body && (
        <details>
          <summary>{t('shops.body')}</summary>
          <pre className={css.body}>{body}</pre>
        </details>
      )}
      {isOpen && (
        <div className={css.tools}>
          {state === 'failed' && (
            <Button size="compact-sm" variant="default" loading={retrying.isPending} onClick={() => retrying.mutate()}>
              {t('shops.retry')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            loading={settling.isPending}
            onClick={() => settling.mutate(undefined, { onSuccess: () => tell(t('shops.settled')) })}
          >
            {t('shops.settle')}
          </Button>
        </div>
      )}
    </li>
  );
}
