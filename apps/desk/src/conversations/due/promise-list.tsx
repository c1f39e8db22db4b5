import type { PromiseClock } from '@madoguchi/contract/promises.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords, type Words } from '../../app/locale.tsx';
import { Failure } from '../../ui/failure.tsx';
import { fullTime, type Reader } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { promisesQuery } from '../conversations.queries.ts';
import css from './due.module.css';
import { promiseWord } from './due.ts';

const icons = { met: IconCheck, breached: IconAlertTriangle, paused: IconPlayerPause, open: IconClock, ended: IconMinus } as const;

/** Every promise of a conversation and how it went, the latest first. */
export function PromiseList({ id }: { id: string }) {
  const t = useWords();
  const reader = useReader();
  const query = useQuery({ ...promisesQuery(id), staleTime: 0 });
  if (query.data === undefined) {
    if (!query.error) return <Skeleton height={96} radius="sm" />;
    return (
      <Failure error={query.error}>
        <Button variant="default" onClick={() => void query.refetch()}>
          {t('action.retry')}
        </Button>
      </Failure>
    );
  }
  return (
    <ul className={css.promises}>
      {query.data.items.map((clock) => {
        const look = lookOf(clock);
        const Icon = icons[look];
        return (
          <li key={`${clock.promise} ${clock.round}`} className={css.promise} data-look={look}>
            <Icon size={16} stroke={1.8} aria-hidden />
            <span>{clock.round > 2 ? t('due.round', { count: clock.round - 1 }) : t(promiseWord(clock.promise))}</span>
            <span className={css.facts}>{stateWords(t, clock, reader)}</span>
            {clock.policy && <span className={css.facts}>{clock.policy.name}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function lookOf({ metAt, breachedAt, paused, dueAt }: PromiseClock): keyof typeof icons {
  if (breachedAt) return 'breached';
  if (metAt) return 'met';
  if (paused) return 'paused';
  return dueAt ? 'open' : 'ended';
}

function stateWords(t: Words, { metAt, breachedAt, paused, dueAt }: PromiseClock, reader: Reader): string {
  if (breachedAt && metAt) return t('due.state_late', { time: fullTime(metAt, reader) });
  if (breachedAt) return t('due.state_breached', { time: fullTime(breachedAt, reader) });
  if (metAt) return t('due.state_met', { time: fullTime(metAt, reader) });
  if (paused) return t('due.state_paused');
  return dueAt ? t('due.state_open', { time: fullTime(dueAt, reader) }) : t('due.state_ended');
}
