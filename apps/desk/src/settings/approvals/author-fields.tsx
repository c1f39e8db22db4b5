import { Checkbox, MultiSelect, NumberInput, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import css from '../procedures/procedures.module.css';
import { inboxesQuery } from '../settings.queries.ts';
import type { RuleFormState } from './rule-form.tsx';

const splitChars = [',', '、', '，'];
const tiers = [1, 2, 3] as const;

/** Whose replies wait, and which: each line asks something, or nothing. */
export function AuthorFields({ form }: { form: RuleFormState }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { data: inboxes } = useQuery(inboxesQuery);
  const { conditions, isForNew, days } = form.values;
  const { authors } = conditions;
  const change = (patch: Partial<typeof conditions>) => form.set({ conditions: { ...conditions, ...patch } });
  const used = [...new Set([...(inboxes?.items ?? []).map(({ channel }) => channel), ...conditions.channels])];
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
      <MultiSelect
        label={t('queues.channels')}
        data={used.map((value) => ({ value, label: channels.name(value) }))}
        value={conditions.channels}
        onChange={(wanted) => change({ channels: wanted })}
        hidePickedOptions
      />
      <MultiSelect
        label={t('queues.inboxes')}
        data={inboxes?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={conditions.inboxIds}
        onChange={(inboxIds) => change({ inboxIds })}
        hidePickedOptions
        searchable
      />
      <TagsInput
        label={t('approvals.words')}
        placeholder={conditions.words.length === 0 ? t('approvals.words_example') : ''}
        splitChars={splitChars}
        maxTags={50}
        value={conditions.words}
        onChange={(words) => change({ words })}
        acceptValueOnBlur
      />
    </div>
  );
}
