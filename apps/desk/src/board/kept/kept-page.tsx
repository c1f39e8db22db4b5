import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconClockCheck, IconClockHour4 } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { useListKeys } from '../../admin/list-keys.ts';
import { MorePages } from '../../admin/more-pages.tsx';
import { NoPermission } from '../../admin/no-permission.tsx';
import { useCan } from '../../app/me.ts';
import { policiesQuery } from '../../settings/promises/policies.queries.ts';
import { promiseWords } from '../../settings/promises/promise-words.ts';
import { PERIODS } from '../../surveys/survey-search.ts';
import { DAYS } from '../../surveys/surveys.queries.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import css from './kept.module.css';
import { keptListQuery, keptQuery } from './kept.queries.ts';
import { KeptCard } from './kept-card.tsx';
import { KeptRow } from './kept-row.tsx';
import type { KeptSearch } from './kept-search.ts';

/** How often what was promised to customers was kept, and the conversations behind every number. */
export function KeptPage() {
  const t = useAdminWords();
  const mayRead = useCan('board.read');
  const mayManage = useCan('workspace.manage');
  const search = useSearch({ from: '/signed-in/board/promises' });
  const navigate = useNavigate();
  const set = (change: Partial<KeptSearch>) =>
    void navigate({ to: '/board/promises', search: { ...search, ...change }, replace: true, resetScroll: false });
  const days = search.days ?? DAYS;
  const policies = useQuery({ ...policiesQuery, enabled: mayRead });
  const kept = useQuery({ ...keptQuery(days, search.policy), enabled: mayRead });
  const promise = search.promise ?? 'first_response';
  const outcome = search.outcome ?? 'breached';
  if (!mayRead) return <NoPermission />;
  const isEmpty = kept.data?.items.every(({ met, breached, open }) => met + breached + open === 0);
  return (
    <Page
      title={t('kept.title')}
      width={1120}
      actions={
        mayManage && (
          <LinkButton to="/settings/$" params={{ _splat: 'promises' }} variant="default">
            {t('kept.to_settings')}
          </LinkButton>
        )
      }
    >
      <search className={css.filters}>
        <SegmentedControl
          aria-label={t('surveys.period')}
          data={PERIODS.map((count) => ({ value: String(count), label: t('surveys.days', { count }) }))}
          value={String(days)}
          onChange={(value) => set({ days: PERIODS.find((period) => String(period) === value && period !== DAYS) })}
        />
        <Select
          className={css.select}
          aria-label={t('kept.policy')}
          placeholder={t('kept.every_policy')}
          data={policies.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.policy ?? null}
          onChange={(value) => set({ policy: value ?? undefined })}
          clearable
        />
      </search>
      {kept.error && !kept.data && (
        <Failure error={kept.error}>
          <Button variant="default" onClick={() => void kept.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!kept.data && !kept.error && <Skeleton height={168} />}
      {isEmpty && <Empty icon={IconClockHour4} title={t('kept.none')} text={t('kept.none_text')} />}
      {kept.data && !isEmpty && (
        <>
          <div className={css.cards} aria-busy={kept.isPlaceholderData}>
            {kept.data.items.map((numbers) => (
              <KeptCard
                key={numbers.promise}
                of={numbers}
                chosen={numbers.promise === promise ? outcome : null}
                choose={(wanted) => set({ promise: numbers.promise, outcome: wanted })}
              />
            ))}
          </div>
          <Behind
            title={t('kept.behind', { promise: t(promiseWords[promise]), outcome: t(`kept.${outcome}`) })}
            search={{ days, policy: search.policy, promise, outcome }}
          />
        </>
      )}
    </Page>
  );
}

function Behind({
  title,
  search: { days, policy, promise, outcome },
}: {
  title: string;
  search: Required<Omit<KeptSearch, 'policy'>> & { policy?: string };
}) {
  const t = useAdminWords();
  const list = useInfiniteQuery(keptListQuery(days, policy, promise, outcome));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const listRef = useRef<HTMLUListElement>(null);
  useListKeys({ list: listRef });
  return (
    <section aria-label={title}>
      <h2 className={css.behind}>{title}</h2>
      {list.error && !rows && (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!rows && !list.error && <Skeleton height={240} />}
      {rows?.length === 0 && <Empty icon={IconClockCheck} title={t(`kept.no_${outcome}`)} />}
      {rows && rows.length > 0 && (
        <ul ref={listRef} className={css.list} aria-label={title} aria-busy={list.isPlaceholderData}>
          {rows.map((row) => (
            <KeptRow key={`${row.conversation.id} ${row.clock.promise} ${row.clock.round}`} row={row} />
          ))}
        </ul>
      )}
      <MorePages list={list} />
    </section>
  );
}
