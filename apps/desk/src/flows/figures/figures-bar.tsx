import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { flowFigures } from '@madoguchi/contract/flows.ts';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import css from './figures.module.css';

export const periods = [7, 30, 90] as const;
type Props = { days: number; onDays: (days: number) => void; figures: OutputOf<typeof flowFigures> | undefined; error: unknown };

/** How many conversations started the flow, and what became of them. */
export function FiguresBar({ days, onDays, figures, error }: Props) {
  const t = useAdminWords();
  const words = useProblemWords();
  return (
    <div className={css.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('flows.figures_days')}
        value={String(days)}
        onChange={(value) => onDays(Number(value))}
        data={periods.map((count) => ({ value: String(count), label: t('flows.days', { count }) }))}
      />
      {figures ? (
        figures.started === 0 ? (
          <span className={css.none}>{t('flows.figures_none')}</span>
        ) : (
          <dl className={css.figures}>
            <Figure label={t('flows.figures_started')} count={figures.started} />
            <Figure label={t('flows.figures_finished')} count={figures.finished} of={figures.started} />
            <Figure label={t('flows.figures_handed_off')} count={figures.handedOff} of={figures.started} />
            <Figure label={t('flows.figures_left')} count={figures.left} of={figures.started} />
            <Figure label={t('flows.figures_running')} count={figures.running} />
          </dl>
        )
      ) : error ? (
        <span className={css.failed} role="alert">
          {words(error)}
        </span>
      ) : (
        <Skeleton height={20} width={280} />
      )}
    </div>
  );
}

function Figure({ label, count, of }: { label: string; count: number; of?: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {count.toLocaleString()}
        {of ? <span> {Math.round((count / of) * 100)}%</span> : null}
      </dd>
    </div>
  );
}
