import { createAgent, type Role } from '@madoguchi/contract/agents.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { emailFault, faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { LanguageField } from '../../admin/language-field.tsx';
import { passwordFault } from '../../admin/password-fault.ts';
import { PasswordField } from '../../admin/password-field.tsx';
import { makePassword } from '../../admin/password-strength.ts';
import { call } from '../../app/client.ts';
import { useLocale } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { rolesQuery } from '../roles/roles.queries.ts';
import { rolesToGive } from './agent-limits.ts';
import { keepAgent } from './agents.mutations.ts';
import { HandOver } from './hand-over.tsx';

type Values = { name: string; email: string; role: string; password: string; locale: Locale };

export function NewAgentDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const me = useMe();
  const locale = useLocale();
  const [first] = useState(makePassword);
  const [added, setAdded] = useState<Values | null>(null);
  const own = useQuery(rolesQuery).data?.items ?? [];
  const form = useForm<Values>({
    id: null,
    stored: { name: '', email: '', role: 'agent', password: first, locale },
    check: ({ name, email, password }) =>
      faults({ name: textFault(name, 100), email: emailFault(email), password: passwordFault(password) }),
    refusals: { 'agent.email_taken': { path: 'email', word: 'fault.email_taken' } },
    save: async (values) => {
      const { role, ...rest } = { ...values, name: values.name.trim(), email: values.email.trim() };
      const chosen = own.find(({ id }) => id === role);
      keepAgent(await call(createAgent, { body: chosen ? { ...rest, role: chosen.base, roleId: role } : { ...rest, role: role as Role } }));
      setAdded({ ...rest, role });
    },
  });
  const sees = own.find(({ id }) => id === form.values.role)?.sees;
  if (added) return <HandOver name={added.name} email={added.email} password={added.password} onClose={onClose} />;
  return (
    <FormDialog title={t('agents.new')} submit={t('agents.add')} form={form} onClose={onClose}>
      <TextInput
        label={t('agents.name')}
        description={t('agents.name_help')}
        placeholder={t('agents.name_example')}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
      <TextInput label={t('agents.email')} type="email" inputMode="email" autoComplete="off" {...form.text('email')} />
      <Select
        label={t('agents.role')}
        description={sees ? t(`roles.sees.${sees}`) : t(`role_text.${form.values.role as Role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={[
          ...rolesToGive(me.agent.role).map((role) => ({ value: role as string, label: t(`role.${role}`) })),
          ...own.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.values.role}
        onChange={(role) => role && form.set({ role })}
      />
      <PasswordField
        label={t('agents.first_password')}
        text={form.text('password')}
        known={[form.values.name, form.values.email]}
        onMake={(password) => form.set({ password })}
      />
      <LanguageField label={t('agents.language')} value={form.values.locale} onChange={(chosen) => form.set({ locale: chosen })} />
    </FormDialog>
  );
}
