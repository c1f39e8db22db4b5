import { type Backfill, cancelBackfill, retryBackfill } from '@madoguchi/contract/channels.ts';
import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { Failure } from '../../../ui/failure.tsx';
import { fullDate } from '../../../ui/time.ts';
import { useReader } from '../../../ui/use-now.ts';
import css from './backfill.module.css';
import { backfillsQuery } from './backfill.queries.ts';

/** One period: how far it got, or why it ended, with the way on. */
export function BackfillRow({ inboxId, backfill, canRetry }: { inboxId: string; backfill: Backfill; canRetry: boolean }) {
  const t = useAdminWords();
  const words = useChannelWords();
  const reader = useReader();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (what: typeof cancelBackfill | typeof retryBackfill) => call(what, { params: { id: backfill.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: backfillsQuery(inboxId).queryKey }),
  });
  const { state, taken, found, failure, detail } = backfill;
  const day = (at: string, before = 0) => fullDate(new Date(Date.parse(at) - before).toISOString(), reader);
  const figures =
    found === null
      ? t(state === 'waiting' ? 'backfill.waiting' : 'backfill.none_read')
      : t(state === 'done' ? 'backfill.read_all' : 'backfill.read_of', { taken: taken.toLocaleString(), found: found.toLocaleString() });
  return (
    <li className={css.row} data-state={state}>
      <div className={css.words}>
        <p className={css.period}>{t('backfill.period', { since: day(backfill.since), until: day(backfill.until, 1) })}</p>
        <p className={css.small}>
          <span className={css.state}>{t(`backfill.state_${state}`)}</span>
          {' · '}
          {figures}
        </p>
        {state === 'waiting' && (
          <Progress
            value={found ? (100 * taken) / found : 0}
            size="sm"
            mt={8}
            aria-label={t('backfill.progress')}
            animated={found === null}
          />
        )}
        {state === 'failed' && failure && (
          <p className={css.reason}>
            {words.failure(failure)}
            {detail && `: ${detail}`}
          </p>
        )}
        {state === 'failed' && failure && <p className={css.small}>{words.wayOut(failure)}</p>}
        {change.error && <Failure error={change.error} />}
      </div>
      <div className={css.buttons}>
        {(state === 'failed' || state === 'canceled') && canRetry && (
          <Button variant="default" size="xs" loading={change.isPending} onClick={() => change.mutate(retryBackfill)}>
            {t(state === 'failed' ? 'backfill.retry' : 'backfill.go_on')}
          </Button>
        )}
        {state === 'waiting' && (
          <Button variant="subtle" color="gray" size="xs" loading={change.isPending} onClick={() => change.mutate(cancelBackfill)}>
            {t('backfill.cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}
