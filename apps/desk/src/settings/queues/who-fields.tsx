import { ActionIcon, MultiSelect, Select, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import type { QueueFormState } from './queue-form.tsx';
import css from './queues.module.css';
import { skillsQuery } from './routing-admin.queries.ts';

const levels = ['1', '2', '3', '4', '5'];
const tiers = [1, 2, 3] as const;

/** Who may get from a queue: teams, people, skills with their least level, tier, language. */
export function WhoFields({ form: { values, set } }: { form: QueueFormState }) {
  const t = useAdminWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { data: skills } = useQuery(skillsQuery);
  const nameOf = (id: string) => skills?.items.find((one) => one.id === id)?.name ?? '…';
  const free = skills?.items.filter(({ id }) => values.skills[id] === undefined) ?? [];
  const withoutSkill = (id: string) => Object.fromEntries(Object.entries(values.skills).filter(([other]) => other !== id));
  return (
    <div className={css.grid}>
      <MultiSelect
        label={t('queues.teams')}
        data={teams?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={values.teamIds}
        onChange={(teamIds) => set({ teamIds })}
        hidePickedOptions
      />
      <MultiSelect
        label={t('queues.agents')}
        data={agents?.items.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={values.agentIds}
        onChange={(agentIds) => set({ agentIds })}
        hidePickedOptions
        searchable
      />
      <Select
        label={t('queues.tier')}
        description={t('queues.tier_help')}
        allowDeselect={false}
        data={tiers.map((tier) => ({ value: String(tier), label: t('queues.tier_of', { tier }) }))}
        value={String(values.tier)}
        onChange={(value) => set({ tier: Number(value) })}
      />
      <div className={css.wide}>
        <span className={css.label}>{t('queues.skills')}</span>
        {skills?.items.length === 0 && <p className={css.hint}>{t('queues.skills_none')}</p>}
        {Object.entries(values.skills).map(([id, level]) => (
          <div key={id} className={css.skill}>
            <span>{nameOf(id)}</span>
            <Select
              w={110}
              aria-label={t('queues.skill_level', { skill: nameOf(id) })}
              allowDeselect={false}
              data={levels.map((value) => ({ value, label: `Lv.${value}` }))}
              value={String(level)}
              onChange={(value) => set({ skills: { ...values.skills, [id]: Number(value) } })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('skills.remove', { name: nameOf(id) })}
              onClick={() => set({ skills: withoutSkill(id) })}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {free.length > 0 && (
          <Select
            maw={280}
            aria-label={t('queues.skill_add')}
            placeholder={t('queues.skill_add')}
            data={free.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(id) => id && set({ skills: { ...values.skills, [id]: 1 } })}
          />
        )}
      </div>
      <Switch
        className={css.wide}
        label={t('queues.honors_language')}
        checked={values.honorsLanguage}
        onChange={(event) => set({ honorsLanguage: event.currentTarget.checked })}
      />
    </div>
  );
}
