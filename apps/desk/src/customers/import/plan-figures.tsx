import type { ImportPlan } from '@madoguchi/contract/customer-imports.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './import.module.css';

/** What a list would change, and every line that is left out with its reason. */
export function PlanFigures({ plan, busy }: { plan: ImportPlan; busy: boolean }) {
  const t = useAdminWords();
  return (
    <div aria-live="polite" aria-busy={busy} className={css.plan}>
      <dl className={css.figures}>
        {(['created', 'changed', 'same'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`lists.${name}`)}</dt>
            <dd>{plan[name].toLocaleString()}</dd>
          </div>
        ))}
        <div data-problems={plan.problemCount > 0 || undefined}>
          <dt>{t('lists.left')}</dt>
          <dd>{plan.problemCount.toLocaleString()}</dd>
        </div>
      </dl>
      {plan.problems.length > 0 && (
        <ul className={css.problems}>
          {plan.problems.map(({ line, code, text }) => (
            <li key={line}>
              <span className={css.line}>{t('lists.line', { line })}</span>
              <span>{t(`lists.${code.replace('row.', 'problem_') as Problem}`)}</span>
              <span className={css.cells}>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Problem = ImportPlan['problems'][number]['code'] extends `row.${infer Name}` ? `problem_${Name}` : never;
