import type { DryRun, RuleBody } from '@madoguchi/contract/automation.ts';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './automation.module.css';
import { BecauseList } from './because-list.tsx';
import { useActionWords } from './use-action-words.ts';

/** The conversations in which the rule would have acted, each with why. */
export function DryRunMatches({ found, rule }: { found: DryRun; rule: Pick<RuleBody, 'conditions' | 'actions'> }) {
  const t = useAdminWords();
  const reader = useReader();
  const action = useActionWords(rule.actions);
  return (
    <>
      {rule.actions.length > 0 && (
        <p className={css.note}>{t('automation.dry_would', { actions: rule.actions.map(action).join(t('list_joint')) })}</p>
      )}
      <ul className={css.matches}>
        {found.matches.map(({ conversation: { id, number, subject, customerName }, at, because, times }) => (
          <li key={id}>
            <Link to="/c/$conversationId" params={{ conversationId: id }} target="_blank">
              <span className={css.number}>#{number}</span>
              <span className={css.subject}>{subject}</span>
              <span className={css.who}>{customerName}</span>
            </Link>
            <time dateTime={at}>
              {shortTime(at, reader)}
              {times > 1 && ` · ${t('automation.dry_times', { count: times })}`}
            </time>
            <BecauseList because={because} />
          </li>
        ))}
      </ul>
      {found.conversations > found.matches.length && (
        <p className={css.note}>{t('automation.dry_more', { shown: found.matches.length })}</p>
      )}
    </>
  );
}
