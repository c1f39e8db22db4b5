import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useNow } from '../../ui/use-now.ts';
import css from './health.module.css';
import { quotaOf } from './health.rules.ts';

/** How much of a month's allowance is used, and where it leads. */
export function QuotaMeter({ notes }: { notes: InboxHealth['notes'] }) {
  const t = useAdminWords();
  const quota = quotaOf(notes, useNow());
  if (!quota) return null;
  const { used, of, forecast } = quota;
  const [usedText, ofText, forecastText] = [used, of, forecast].map((count) => count.toLocaleString());
  return (
    <div className={css.quota} data-short={forecast > of || undefined}>
      <div className={css.bar} role="img" aria-label={t('health.quota', { used: usedText!, of: ofText! })}>
        <i style={{ width: `${Math.min(100, (used / of) * 100)}%` }} />
      </div>
      <p className={css.small}>
        {t('health.quota', { used: usedText!, of: ofText! })}
        {' · '}
        {t(forecast > of ? 'health.quota_short' : 'health.quota_forecast', { forecast: forecastText! })}
      </p>
    </div>
  );
}
