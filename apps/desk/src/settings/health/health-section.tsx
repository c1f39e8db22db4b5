import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { healthQuery } from '../../channels/channels.queries.ts';
import { Loaded } from '../loaded.tsx';
import css from './health.module.css';
import { byUrgency } from './health.rules.ts';
import { HealthRow } from './health-row.tsx';

/** How every inbox is, told by what really happened: what came, what went, what was proven, what is wrong. Renews itself. */
export function HealthSection() {
  const t = useAdminWords();
  const query = useQuery(healthQuery);
  return (
    <Loaded query={query} height={320}>
      {({ items }) => {
        const failing = items.filter(({ state }) => state === 'failing').length;
        return (
          <>
            <p className={css.summary} role="status" data-failing={failing > 0 || undefined}>
              {failing > 0 ? t('health.some_failing', { count: failing }) : t('health.none_failing')}
            </p>
            <ul className={css.rows}>
              {byUrgency(items).map((health) => (
                <HealthRow key={health.inbox.id} health={health} />
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
