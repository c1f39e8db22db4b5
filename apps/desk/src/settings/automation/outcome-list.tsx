import type { AutomationRun } from '@madoguchi/contract/automation.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { useActionWords } from './use-action-words.ts';
import { useCodeWords } from './use-code-words.ts';

/** What a run did, action by action. */
export function OutcomeList({ run: { actions, outcomes } }: { run: AutomationRun }) {
  const t = useAdminWords();
  const action = useActionWords(actions);
  const code = useCodeWords();
  return (
    <ul className={css.because}>
      {actions.map((one, at) => {
        const outcome = outcomes[at];
        return (
          <li key={String(at)} data-outcome={outcome?.outcome}>
            {action(one)}
            {outcome?.outcome === 'unchanged' && <em>{t('automation.outcome.unchanged')}</em>}
            {outcome?.outcome === 'refused' && <em>{t('automation.outcome.refused', { problem: code(outcome.code) })}</em>}
          </li>
        );
      })}
    </ul>
  );
}
