import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { MorePages } from '../../admin/more-pages.tsx';
import { Failure } from '../../ui/failure.tsx';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './automation.module.css';
import { runsOfRuleQuery } from './automation.queries.ts';
import { BecauseList } from './because-list.tsx';
import { OutcomeList } from './outcome-list.tsx';

/** What a rule did last, with why and what came of it. */
export function RuleRuns({ ruleId }: { ruleId: string }) {
  const t = useAdminWords();
  const reader = useReader();
  const query = useInfiniteQuery(runsOfRuleQuery(ruleId));
  if (query.error && !query.data) return <Failure error={query.error} />;
  const runs = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.data && runs.length === 0) return <p className={css.note}>{t('automation.runs_none')}</p>;
  return (
    <>
      <ul className={css.matches}>
        {runs.map((run) => (
          <li key={run.id}>
            <Link to="/c/$conversationId" params={{ conversationId: run.conversation.id }}>
              <span className={css.number}>#{run.conversation.number}</span>
              <span className={css.subject}>{run.conversation.subject}</span>
            </Link>
            <time dateTime={run.at}>{shortTime(run.at, reader)}</time>
            <BecauseList because={run.because} />
            <OutcomeList run={run} />
          </li>
        ))}
      </ul>
      <MorePages list={query} />
    </>
  );
}
