import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../loaded.tsx';
import css from './backfill.module.css';
import { backfillsQuery } from './backfill.queries.ts';
import { BackfillRow } from './backfill-row.tsx';

/** The periods that were asked for lately; nothing where none was. */
export function BackfillList({ inboxId }: { inboxId: string }) {
  const query = useQuery(backfillsQuery(inboxId));
  return (
    <Loaded query={query} height={64}>
      {({ items }) =>
        items.length > 0 && (
          <ul className={css.list} aria-live="polite">
            {items.map((backfill) => (
              <BackfillRow
                key={backfill.id}
                inboxId={inboxId}
                backfill={backfill}
                canRetry={!items.some(({ state }) => state === 'waiting')}
              />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
