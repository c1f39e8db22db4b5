import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import css from '../procedures/procedures.module.css';
import type { RuleFormState } from './rule-form.tsx';

/** Who is asked first; nobody named: everybody who may. */
export function ApproverFields({ form }: { form: RuleFormState }) {
  const t = useAdminWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { approvers } = form.values;
  return (
    <div className={css.grid}>
      <MultiSelect
        label={t('approvals.approver_agents')}
        placeholder={approvers.agentIds.length + approvers.teamIds.length === 0 ? t('approvals.everybody') : ''}
        data={agents?.items.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={approvers.agentIds}
        onChange={(agentIds) => form.set({ approvers: { ...approvers, agentIds } })}
        hidePickedOptions
        searchable
      />
      <MultiSelect
        label={t('approvals.approver_teams')}
        data={teams?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={approvers.teamIds}
        onChange={(teamIds) => form.set({ approvers: { ...approvers, teamIds } })}
        hidePickedOptions
      />
    </div>
  );
}
