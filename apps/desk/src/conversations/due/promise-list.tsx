import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/locale.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useReader } from '../../ui/use-now.ts';
import { promisesQuery } from '../conversations.queries.ts';
import { clockIcons, clockLook, clockWords } from './clock-look.ts';
import css from './due.module.css';
import { promiseWord } from './due.ts';

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
        const look = clockLook(clock);
        const Icon = clockIcons[look];
        return (
          <li key={`${clock.promise} ${clock.round}`} className={css.promise} data-look={look}>
            <Icon size={16} stroke={1.8} aria-hidden />
            <span>{clock.round > 2 ? t('due.round', { count: clock.round - 1 }) : t(promiseWord(clock.promise))}</span>
            <span className={css.facts}>{clockWords(t, clock, reader)}</span>
            {clock.policy && <span className={css.facts}>{clock.policy.name}</span>}
          </li>
        );
      })}
    </ul>
  );
}
