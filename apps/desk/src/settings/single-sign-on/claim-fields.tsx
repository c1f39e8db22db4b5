import type { Role } from '@madoguchi/contract/agents.ts';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';

type GivenRole = Exclude<Role, 'owner'>;
const given: GivenRole[] = ['admin', 'supervisor', 'agent'];

/** Under which names the provider tells of somebody, and which of its groups give which role. */
export function ClaimFields({ form }: { form: SingleFormState }) {
  const t = useAdminWords();
  return (
    <Section title={t('single.claims')} text={t('single.claims_text')}>
      <div className={css.fields}>
        <div className={css.pair}>
          <TextInput label={t('single.name_claim')} placeholder="name" autoComplete="off" {...form.text('nameClaim')} />
          <TextInput label={t('single.locale_claim')} placeholder="locale" autoComplete="off" {...form.text('localeClaim')} />
        </div>
        <TextInput
          label={t('single.groups_claim')}
          description={t('single.groups_help')}
          placeholder="groups"
          autoComplete="off"
          {...form.text('groupsClaim')}
        />
        {form.values.groupsClaim.trim() !== '' && <GroupRoles form={form} />}
      </div>
    </Section>
  );
}

function GroupRoles({ form: { values, set, error } }: { form: SingleFormState }) {
  const t = useAdminWords();
  const change = (at: number, patch: Partial<{ group: string; role: GivenRole }>) =>
    set({ roles: values.roles.map((one, n) => (n === at ? { ...one, ...patch } : one)) });
  return (
    <fieldset className={css.groups}>
      <legend className={css.label}>{t('single.groups')}</legend>
      {values.roles.map(({ group, role }, at) => (
        // Two rows may name the same group while somebody types: their place tells them apart.
        <div key={String(at)} className={css.group}>
          <TextInput
            aria-label={t('single.group')}
            placeholder={t('single.group')}
            value={group}
            error={error(`roles.${at}`)}
            onChange={(event) => change(at, { group: event.currentTarget.value })}
          />
          <Select
            aria-label={t('single.role')}
            allowDeselect={false}
            data={given.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={role}
            onChange={(value) => value && change(at, { role: value as GivenRole })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('single.group_remove')}
            onClick={() => set({ roles: values.roles.filter((_, n) => n !== at) })}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => set({ roles: [...values.roles, { group: '', role: 'supervisor' }] })}
        disabled={values.roles.length >= 50}
      >
        {t('single.group_add')}
      </Button>
      <p className={css.note}>{t('single.groups_none')}</p>
    </fieldset>
  );
}
