import { useAdminWords } from '../../admin/admin-words.ts';
import css from './test-run.module.css';

/** What was collected so far, by name: what a person who takes over would see. */
export function TestAnswers({ answers }: { answers: Readonly<Record<string, string>> }) {
  const t = useAdminWords();
  const rows = Object.entries(answers);
  return (
    <details className={css.answers} open>
      <summary className={css.summary}>{t('flows.test_answers')}</summary>
      {rows.length === 0 ? (
        <p className={css.none}>{t('flows.test_answers_none')}</p>
      ) : (
        <dl className={css.pairs}>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
