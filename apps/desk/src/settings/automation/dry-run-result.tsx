import type { DryRun, RuleBody } from '@madoguchi/contract/automation.ts';
import type { AdminKey } from '../../admin/admin-words.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { DryRunBars } from './dry-run-bars.tsx';
import { DryRunMatches } from './dry-run-matches.tsx';

type Props = { found: DryRun; rule: Pick<RuleBody, 'conditions' | 'actions'> };

/** What a dry run found: how often, on which days, in which conversations; and what it cannot know. */
export function DryRunResult({ found, rule }: Props) {
  const t = useAdminWords();
  const { state, total, conversations, runs, perDay, asNow } = found;
  if (state === 'done' && conversations === 0)
    return (
      <div>
        <p className={css.figure}>{t('automation.dry_nothing')}</p>
        <p className={css.note}>{t('automation.dry_nothing_text')}</p>
        <Honest asNow={asNow} />
      </div>
    );
  if (conversations === 0) return null;
  return (
    <div>
      {state === 'done' && <p className={css.figure}>{t('automation.dry_found', { total, conversations, count: runs })}</p>}
      <DryRunBars perDay={perDay} />
      <DryRunMatches found={found} rule={rule} />
      <Honest asNow={asNow} />
    </div>
  );
}

function Honest({ asNow }: { asNow: readonly string[] }) {
  const t = useAdminWords();
  const fields = asNow.map((field) => t(`automation.field.${field}` as AdminKey)).join(t('list_joint'));
  return (
    <div className={css.honest}>
      <h4>{t('automation.dry_honest')}</h4>
      <ul>
        {asNow.length > 0 && <li>{t('automation.dry_honest_now', { fields })}</li>}
        <li>{t('automation.dry_honest_alone')}</li>
        <li>{t('automation.dry_honest_seen')}</li>
      </ul>
    </div>
  );
}
