import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Failure } from '../../ui/failure.tsx';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import { ArticleTables } from './article-tables.tsx';
import css from './report.module.css';
import { PERIODS, type Period, reportQuery } from './report.queries.ts';
import { SearchesTable } from './searches-table.tsx';

const placeholders = ['a', 'b', 'c'];

/** What readers looked for in vain, and which articles helped: over a week, a month or a quarter. */
export function ReportPage() {
  const t = useAdminWords();
  const [days, setDays] = useState<Period>(30);
  const { data, error, refetch, isPlaceholderData } = useQuery(reportQuery(days));
  const waiting = !data && !error;
  return (
    <KnowledgeFrame tab="report">
      <div className={css.top}>
        <p className={`${css.intro} prose`}>{t('report.intro')}</p>
        <SegmentedControl
          aria-label={t('report.period')}
          data={PERIODS.map((count) => ({ value: String(count), label: t('report.days', { count }) }))}
          value={String(days)}
          onChange={(value) => setDays(PERIODS.find((period) => String(period) === value) ?? 30)}
        />
      </div>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      <div className={css.tables} aria-busy={waiting || isPlaceholderData}>
        {waiting && placeholders.map((key) => <Skeleton key={key} height={220} />)}
        {data && <SearchesTable searches={data.searches} days={days} />}
        {data && <ArticleTables report={data} days={days} />}
      </div>
    </KnowledgeFrame>
  );
}
