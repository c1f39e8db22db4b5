import { type Profile, type Skill, updateProfile } from '@madoguchi/contract/routing.ts';
import { MultiSelect, NumberInput, Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { numberFault } from '../queues/queue-values.ts';
import { profilesQuery } from '../queues/routing-admin.queries.ts';
import css from './skills.module.css';

const most = { chats: 50, messages: 500, calls: 5 } as const;
const kinds = ['chats', 'messages', 'calls'] as const;
const levels = ['1', '2', '3', '4', '5'];

/** What an agent can do, and how much at once. */
export function ProfileDialog({
  profile,
  name,
  skills,
  onClose,
}: {
  profile: Profile;
  name: string;
  skills: readonly Skill[];
  onClose: () => void;
}) {
  const t = useAdminWords();
  const { agentId, tier, languages, capacity } = profile;
  const form = useForm({
    id: null,
    stored: { tier, languages, skills: profile.skills, ...(capacity as Record<(typeof kinds)[number], number | string>) },
    check: (values) => faults(Object.fromEntries(kinds.map((kind) => [kind, numberFault(values[kind], 0, most[kind])]))),
    save: async ({ chats, messages, calls, ...wish }) => {
      const body = { ...wish, capacity: { chats: Number(chats), messages: Number(messages), calls: Number(calls) } };
      const saved = await call(updateProfile, { params: { id: agentId }, body });
      queryClient.setQueryData(
        profilesQuery.queryKey,
        (now) => now && { items: now.items.map((one) => (one.agentId === agentId ? saved : one)) },
      );
      onClose();
    },
  });
  const { values, set } = form;
  const setLevel = (id: string, level: number) =>
    set({ skills: Object.fromEntries(Object.entries({ ...values.skills, [id]: level }).filter(([, one]) => one > 0)) });
  return (
    <FormDialog title={t('profiles.edit', { name })} submit={t('form.save')} form={form} onClose={onClose} size={560}>
      <div className={css.pair}>
        <Select
          label={t('queues.tier')}
          allowDeselect={false}
          data={[1, 2, 3].map((one) => ({ value: String(one), label: t('queues.tier_of', { tier: one }) }))}
          value={String(values.tier)}
          onChange={(value) => set({ tier: Number(value) })}
        />
        <MultiSelect
          label={t('profiles.languages')}
          data={(['ja', 'en'] as const).map((value) => ({ value, label: t(`queues.language.${value}`) }))}
          value={values.languages}
          onChange={(wanted) => set({ languages: wanted as ('ja' | 'en')[] })}
          hidePickedOptions
        />
      </div>
      <fieldset className={css.fields}>
        <legend>{t('profiles.at_once')}</legend>
        <p className={css.hint}>{t('profiles.at_once_help')}</p>
        <div className={css.three}>
          {kinds.map((kind) => (
            <NumberInput
              key={kind}
              label={t(`profiles.${kind}`)}
              min={0}
              max={most[kind]}
              allowDecimal={false}
              hideControls
              value={values[kind]}
              error={form.error(kind)}
              onChange={(value) => set({ [kind]: value })}
              onBlur={() => form.touch(kind)}
            />
          ))}
        </div>
      </fieldset>
      {skills.length > 0 && (
        <fieldset className={css.fields}>
          <legend>{t('skills.title')}</legend>
          {skills.map(({ id, name: skill }) => (
            <div key={id} className={css.skill}>
              <span>{skill}</span>
              <Select
                w={120}
                aria-label={`${skill} ${t('profiles.level')}`}
                allowDeselect={false}
                data={[{ value: '0', label: t('profiles.level_none') }, ...levels.map((value) => ({ value, label: `Lv.${value}` }))]}
                value={String(values.skills[id] ?? 0)}
                onChange={(value) => setLevel(id, Number(value))}
              />
            </div>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
