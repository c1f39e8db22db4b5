import type { RetentionRule } from '@madoguchi/contract/retention.ts';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { PERIODS, periodWords } from './periods.ts';
import { PreviewLine } from './preview-line.tsx';
import css from './retention.module.css';
import { useSetRetention } from './retention.mutations.ts';

const FOREVER = 'forever';

/** One kind of thing: what it is, how long it is kept, and what a change would do before it is made. */
export function RetentionRow({ rule }: { rule: RetentionRule }) {
  const t = useAdminWords();
  const { kind, keep } = rule;
  const [wish, setWish] = useState<number | null | undefined>(undefined);
  const set = useSetRetention(kind);
  const chosen = wish === undefined ? keep : wish;
  const offered = [...new Set([...PERIODS[kind], ...(keep === null ? [] : [keep])])].sort((a, b) => a - b);
  const save = () => set.mutate(chosen, { onSuccess: () => setWish(undefined) });
  return (
    <li className={css.row}>
      <div className={css.what}>
        <h3>{t(`retention.kind.${kind}`)}</h3>
        <p>{t(`retention.kind_text.${kind}`)}</p>
      </div>
      <Select
        className={css.period ?? ''}
        aria-label={t(`retention.kind.${kind}`)}
        allowDeselect={false}
        data={[
          { value: FOREVER, label: t('retention.forever') },
          ...offered.map((value) => ({ value: String(value), label: periodWords(t, kind, value) })),
        ]}
        value={chosen === null ? FOREVER : String(chosen)}
        onChange={(value) => value && setWish(value === FOREVER ? null : Number(value))}
      />
      {chosen !== keep ? (
        <div className={css.change}>
          {chosen !== null && <PreviewLine kind={kind} keep={chosen} />}
          <p className={css.quiet}>
            {t(chosen === null ? 'retention.stop_text' : isMore(keep, chosen) ? 'retention.grace_text' : 'retention.less_text')}
          </p>
          <div className={css.actions}>
            <Button size="compact-md" loading={set.isPending} onClick={save}>
              {t(chosen === null ? 'retention.stop' : 'retention.set')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setWish(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : (
        keep !== null && <Standing rule={rule} onStop={() => setWish(null)} />
      )}
    </li>
  );
}

const isMore = (before: number | null, keep: number): boolean => before === null || keep < before;

/** When it runs first, or what the last run took. */
function Standing({ rule: { firstRunAt, lastRunAt, lastTook, setBy }, onStop }: { rule: RetentionRule; onStop: () => void }) {
  const t = useAdminWords();
  const reader = useReader();
  const waits = firstRunAt !== null && Date.parse(firstRunAt) > Date.now();
  return (
    <div className={css.change}>
      <p className={waits ? css.waits : css.quiet}>
        {waits
          ? t('retention.first_run', { time: shortTime(firstRunAt, reader), name: setBy ?? '' })
          : lastRunAt && lastTook
            ? t('retention.last_run', {
                time: shortTime(lastRunAt, reader),
                count: lastTook.count.toLocaleString(),
                files: lastTook.files.toLocaleString(),
              })
            : t('retention.runs_soon')}
      </p>
      {waits && (
        <div className={css.actions}>
          <Button size="compact-md" variant="default" onClick={onStop}>
            {t('retention.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}
