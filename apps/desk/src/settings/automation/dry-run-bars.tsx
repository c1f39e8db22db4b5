import type { DryRun } from '@madoguchi/contract/automation.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import css from './automation.module.css';

/** A bar for each day, as high as the rule would have acted often. */
export function DryRunBars({ perDay }: { perDay: DryRun['perDay'] }) {
  const t = useAdminWords();
  const format = new Intl.DateTimeFormat(useLocale(), { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const most = Math.max(...perDay.map(({ runs }) => runs), 1);
  const nameOf = (date: string) => format.format(new Date(date));
  const [first, last] = [perDay.at(0), perDay.at(-1)];
  return (
    <figure className={css.bars}>
      <figcaption>{t('automation.dry_per_day')}</figcaption>
      <ol>
        {perDay.map(({ date, runs }) => (
          <li key={date} title={t('automation.dry_day', { date: nameOf(date), count: runs })}>
            <i style={{ height: `${Math.round((100 * runs) / most)}%` }} data-none={runs === 0 || undefined} />
            <span>{t('automation.dry_day', { date: nameOf(date), count: runs })}</span>
          </li>
        ))}
      </ol>
      <p aria-hidden>
        <span>{first && nameOf(first.date)}</span>
        <span>{last && nameOf(last.date)}</span>
      </p>
    </figure>
  );
}
