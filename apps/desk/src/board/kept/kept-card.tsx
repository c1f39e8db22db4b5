import type { Outcome, Promised } from '@madoguchi/contract/promises.ts';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { promiseWords } from '../../settings/promises/promise-words.ts';
import css from './kept.module.css';
import { OUTCOMES } from './kept-search.ts';

type Numbers = { promise: Promised; met: number; breached: number; open: number };

/** How often one kind of promise was kept: the share of those that are decided, and the numbers, each of which opens its conversations. */
export function KeptCard({ of, chosen, choose }: { of: Numbers; chosen: Outcome | null; choose: (outcome: Outcome) => void }) {
  const t = useAdminWords();
  const locale = useLocale();
  const heading = useId();
  const decided = of.met + of.breached;
  return (
    <section className={css.card} aria-labelledby={heading}>
      <h2 id={heading} className={css.name}>
        {t(promiseWords[of.promise])}
      </h2>
      <p className={css.share}>{decided === 0 ? '–' : `${Math.floor((of.met / decided) * 100)}%`}</p>
      <div className={css.track} aria-hidden>
        {decided > 0 && <span className={css.fill} style={{ width: `${(of.met / decided) * 100}%` }} />}
      </div>
      <div className={css.numbers}>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={css.number}
            data-outcome={outcome}
            aria-pressed={chosen === outcome}
            onClick={() => choose(outcome)}
          >
            <span>{t(`kept.${outcome}`)}</span>
            <strong>{of[outcome].toLocaleString(locale)}</strong>
          </button>
        ))}
      </div>
    </section>
  );
}
