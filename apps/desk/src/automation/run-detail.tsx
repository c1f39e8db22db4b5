import { getRun, undoRun } from '@madoguchi/contract/automation.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useProblemWords } from '../admin/problem.ts';
import { call } from '../app/client.ts';
import { useLocale } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { keys } from '../conversations/conversations.queries.ts';
import { BecauseList } from '../settings/automation/because-list.tsx';
import { OutcomeList } from '../settings/automation/outcome-list.tsx';
import { whenWords } from '../settings/automation/when-words.ts';
import { Failure } from '../ui/failure.tsx';
import { tell } from '../ui/tell.tsx';
import { shortTime } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import css from './run-detail.module.css';

const runQuery = (id: string) =>
  queryOptions({ queryKey: ['automation-run', id], queryFn: () => call(getRun, { params: { id } }), staleTime: 0 });

/** Why a rule acted, with the values that held, what came of it, and the way to take it back or to change the rule. */
export function RunDetail({ runId }: { runId: string }) {
  const t = useAdminWords();
  const locale = useLocale();
  const reader = useReader();
  const problem = useProblemWords();
  const client = useQueryClient();
  const mayEdit = useCan('automation.manage');
  const mayUndo = useCan('conversation.status');
  const { data: run, error } = useQuery(runQuery(runId));
  const undoing = useMutation({
    mutationFn: () => call(undoRun, { params: { id: runId } }),
    onSuccess: async (undone) => {
      client.setQueryData(runQuery(runId).queryKey, undone);
      tell(t('automation.told_undone'));
      await client.invalidateQueries({ queryKey: keys.all });
    },
  });
  if (error) return <Failure error={error} />;
  if (!run) return <Skeleton height={120} />;
  return (
    <div className={css.detail}>
      <h4>{t('automation.why')}</h4>
      <p>{whenWords(t, run.when, locale)}</p>
      {run.because.length === 0 ? <p>{t('automation.why_always')}</p> : <BecauseList because={run.because} />}
      {run.afterRule && <p>{t('automation.why_after', { name: run.afterRule })}</p>}
      <h4>{t('automation.why_did')}</h4>
      <OutcomeList run={run} />
      {run.undone && <p>{t('automation.undone', { name: run.undone.by, time: shortTime(run.undone.at, reader) })}</p>}
      {undoing.error && (
        <p role="alert" className={css.error}>
          {problem(undoing.error)}
        </p>
      )}
      <div className={css.foot}>
        {run.undoable && mayUndo && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconArrowBackUp size={14} stroke={1.8} aria-hidden />}
            loading={undoing.isPending}
            onClick={() => undoing.mutate()}
          >
            {t('automation.undo')}
          </Button>
        )}
        {mayEdit && run.rule.exists && (
          <Link to="/settings/$" params={{ _splat: `automation/${run.rule.id}` }}>
            {t('automation.why_open')}
          </Link>
        )}
        <span>{run.rule.exists ? t('automation.why_version', { version: run.rule.version }) : t('automation.why_gone')}</span>
      </div>
    </div>
  );
}
