import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Loaded } from '../loaded.tsx';
import css from './procedures.module.css';
import { figuresQuery } from './procedures.queries.ts';

/** How often it is begun and completed, and at which step conversations end without it. */
export function Figures({ id }: { id: string }) {
  const t = useAdminWords();
  const query = useQuery(figuresQuery(id));
  return (
    <Loaded query={query} height={120}>
      {({ begun, completed, left, steps }) =>
        begun === 0 ? (
          <p className={css.none}>{t('procedures.never_begun')}</p>
        ) : (
          <>
            <dl className={css.totals}>
              {(
                [
                  ['procedures.begun', begun],
                  ['procedures.completed', completed],
                  ['procedures.left', left],
                ] as const
              ).map(([word, count]) => (
                <div key={word}>
                  <dt>{t(word)}</dt>
                  <dd>{t('procedures.count', { count })}</dd>
                </div>
              ))}
            </dl>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('procedures.step')}</th>
                  <th scope="col">{t('procedures.checked')}</th>
                  <th scope="col">{t('procedures.stopped')}</th>
                </tr>
              </thead>
              <tbody>
                {steps.map((step) => (
                  <tr key={step.stepId}>
                    <th scope="row">
                      {step.title}
                      <span className={css.bar} aria-hidden>
                        <span style={{ width: `${(step.checked / begun) * 100}%` }} />
                      </span>
                    </th>
                    <td>{step.checked}</td>
                    <td data-some={step.stopped > 0 || undefined}>{step.stopped}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Loaded>
  );
}
