import { requireTwoFactor } from '@madoguchi/contract/two-factor.ts';
import { Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsTwoFactorQuery } from '../settings.queries.ts';
import css from './agents-section.module.css';

/** Whether everybody must use two-factor; set at once, from the next sign-in on. */
export function RequireTwoFactor({ active }: { active: readonly string[] }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const { data } = useQuery(agentsTwoFactorQuery);
  const set = useMutation({
    mutationFn: (required: boolean) => call(requireTwoFactor, { body: { required } }),
    meta: { quiet: true },
    onSuccess: (now) => queryClient.setQueryData(agentsTwoFactorQuery.queryKey, now),
  });
  const using = active.filter((id) => data?.agentIds.includes(id)).length;
  return (
    <div className={css.requirement}>
      <Switch
        label={t('two_factor.require')}
        description={t('two_factor.require_text')}
        checked={set.isPending ? set.variables : (data?.required ?? false)}
        disabled={set.isPending || !data}
        error={set.error ? words(set.error) : undefined}
        onChange={(event) => set.mutate(event.currentTarget.checked)}
      />
      {data && <p className={css.using}>{t('two_factor.using', { count: using, all: active.length })}</p>}
    </div>
  );
}
