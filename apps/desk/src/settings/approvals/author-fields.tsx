import { Checkbox, MultiSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import css from '../procedures/procedures.module.css';
import { ChannelsField, InboxesField, TermsField } from '../which-fields.tsx';
import type { RuleFormState } from './rule-form.tsx';

const tiers = [1, 2, 3] as const;

/** Whose replies wait, and which: each line asks something, or nothing. */
export function AuthorFields({ form }: { form: RuleFormState }) {
  const t = useAdminWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { conditions, isForNew, days } = form.values;
  const { authors } = conditions;
  const change = (patch: Partial<typeof conditions>) => form.set({ conditions: { ...conditions, ...patch } });
  return (
    <div className={css.grid}>
      <MultiSelect
        label={t('approvals.teams')}
        data={teams?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={conditions.teamIds}
        onChange={(teamIds) => change({ teamIds })}
        hidePickedOptions
      />
      <MultiSelect
        label={t('approvals.agents')}
        data={agents?.items.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={authors.agentIds}
        onChange={(agentIds) => change({ authors: { ...authors, agentIds } })}
        hidePickedOptions
        searchable
      />
      <MultiSelect
        label={t('approvals.tiers')}
        data={tiers.map((tier) => ({ value: String(tier), label: t('queues.tier_of', { tier }) }))}
        value={authors.tiers.map(String)}
        onChange={(wanted) => change({ authors: { ...authors, tiers: wanted.map(Number) } })}
        hidePickedOptions
      />
      <div>
        <Checkbox
          label={t('approvals.is_for_new')}
          checked={isForNew}
          onChange={(event) => form.set({ isForNew: event.currentTarget.checked })}
        />
        {isForNew && (
          <NumberInput
            mt={8}
            maw={200}
            aria-label={t('approvals.days')}
            suffix={t('approvals.days_suffix')}
            min={1}
            max={3650}
            allowDecimal={false}
            hideControls
            value={days}
            error={form.error('days')}
            onChange={(value) => form.set({ days: value })}
            onBlur={() => form.touch('days')}
          />
        )}
      </div>
      <ChannelsField value={conditions.channels} onChange={(channels) => change({ channels })} />
      <InboxesField value={conditions.inboxIds} onChange={(inboxIds) => change({ inboxIds })} />
      <TermsField
        label={t('approvals.words')}
        example={t('approvals.words_example')}
        most={50}
        value={conditions.words}
        onChange={(words) => change({ words })}
      />
    </div>
  );
}
