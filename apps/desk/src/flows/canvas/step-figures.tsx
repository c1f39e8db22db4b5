import { useAdminWords } from '../../admin/admin-words.ts';
import css from './step-node.module.css';

/** How many conversations came to a step, and how many went no further. */
export function StepFigures({ reached, left }: { reached: number; left: number }) {
  const t = useAdminWords();
  const percent = reached === 0 ? 0 : Math.round((left / reached) * 100);
  return (
    <span className={css.figures} data-many={percent >= 20 || undefined}>
      <span>{t('flows.reached', { count: reached.toLocaleString() })}</span>
      <span className={css.left}>{t('flows.left', { count: left.toLocaleString(), percent })}</span>
      <span className={css.share} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}
