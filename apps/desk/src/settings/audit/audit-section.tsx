import type { AuditEntry } from '@madoguchi/contract/audit.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { fullDate } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { type AuditWish, auditQuery, questionOf } from './audit.queries.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import css from './audit-section.module.css';

const everything: AuditWish = { who: null, kind: null, days: 30, text: '' };

/** Who changed what, when, from where. */
export function AuditSection() {
  const t = useAdminWords();
  const [wish, setWish] = useState(everything);
  const settled = useSettled(wish, 250);
  const list = useInfiniteQuery({ ...auditQuery(settled), placeholderData: (before) => before });
  const entries = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className={css.head}>
        <AuditFilters wish={wish} onChange={setWish} />
        <Button
          component="a"
          variant="default"
          href={`/api/audit/export.csv?${new URLSearchParams(questionOf(settled))}`}
          download
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {t('audit.export')}
        </Button>
      </div>
      {entries ? (
        <Entries entries={entries} dimmed={list.isPlaceholderData} onReset={() => setWish({ ...everything, days: null })} />
      ) : list.error ? (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      ) : (
        <Skeleton height={480} radius="md" />
      )}
      {list.hasNextPage && (
        <Button className={css.next} variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </>
  );
}

function Entries({ entries, dimmed, onReset }: { entries: readonly AuditEntry[]; dimmed: boolean; onReset: () => void }) {
  const t = useAdminWords();
  const reader = useReader();
  if (entries.length === 0) {
    return (
      <Empty icon={IconHistory} title={t('audit.none')} text={t('audit.none_text')}>
        <Button variant="default" onClick={onReset}>
          {t('audit.reset')}
        </Button>
      </Empty>
    );
  }
  const days = Map.groupBy(entries, ({ at }) => fullDate(at, reader));
  return (
    <div className={css.days} data-dimmed={dimmed || undefined}>
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h3 className={css.day}>{day}</h3>
          <ul className={css.list}>
            {own.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
