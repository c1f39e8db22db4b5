import { Alert, Button, Progress, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { sameValue } from '../../admin/same-value.ts';
import { Failure } from '../../ui/failure.tsx';
import css from './automation.module.css';
import { askDryRun, dryRunQuery, endDryRun } from './automation.queries.ts';
import { DryRunResult } from './dry-run-result.tsx';
import { canBeAsked, type RuleValues, wishOf } from './rule-values.ts';

type Days = 7 | 30 | 90;

/** Asks what the rule as it stands on screen would have done, and shows it as far as it is known. */
export function DryRunPanel({ values }: { values: RuleValues }) {
  const t = useAdminWords();
  const [days, setDays] = useState<Days>(30);
  const { when, conditions, actions } = wishOf(values);
  const asking = useMutation({ mutationFn: ({ days: wished, ...rule }: Asked) => askDryRun(rule, wished) });
  const id = asking.data?.id;
  const { data, error } = useQuery({ ...dryRunQuery(id ?? ''), enabled: id !== undefined });
  const ending = useMutation({ mutationFn: endDryRun, onSettled: () => asking.reset() });
  const isRunning = asking.isPending || (id !== undefined && !error && (data === undefined || data.state === 'running'));
  const asked = asking.variables;
  const isStale = asked !== undefined && !sameValue(asked, { when, conditions, days });
  return (
    <div className={css.dry}>
      <div className={css.dryHead}>
        <SegmentedControl
          aria-label={t('automation.dry_days')}
          data={([7, 30, 90] as const).map((many) => ({ value: String(many), label: t(`automation.dry_days.${many}`) }))}
          value={String(days)}
          onChange={(many) => setDays(Number(many) as Days)}
        />
        {isRunning ? (
          <Button
            variant="default"
            leftSection={<IconX size={16} stroke={1.6} aria-hidden />}
            disabled={id === undefined}
            onClick={() => id && ending.mutate(id)}
          >
            {t('automation.dry_cancel')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} stroke={1.6} aria-hidden />}
            disabled={!canBeAsked(values)}
            onClick={() => asking.mutate({ when, conditions, days })}
          >
            {t('automation.dry_start')}
          </Button>
        )}
      </div>
      {asking.error && <Failure error={asking.error} />}
      {error && <Failure error={error} />}
      {data?.state === 'running' && (
        <div role="status">
          <p className={css.note}>{t('automation.dry_progress', { looked: data.looked, total: data.total })}</p>
          <Progress value={data.total > 0 ? (100 * data.looked) / data.total : 0} animated aria-hidden />
        </div>
      )}
      {data?.state === 'failed' && <Alert color="danger">{t('automation.dry_failed')}</Alert>}
      {data && isStale && !isRunning && <p className={css.note}>{t('automation.dry_stale')}</p>}
      {data && data.state !== 'failed' && asked && <DryRunResult found={data} rule={{ ...asked, actions }} />}
    </div>
  );
}

type Asked = Parameters<typeof askDryRun>[0] & { days: Days };
