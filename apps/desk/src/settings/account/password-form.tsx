import { changePassword } from '@madoguchi/contract/agents.ts';
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { passwordFault } from '../../admin/password-fault.ts';
import { PasswordField } from '../../admin/password-field.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { useMe } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { sessionsQuery } from '../settings.queries.ts';
import css from './account-section.module.css';

export function PasswordForm() {
  const t = useAdminWords();
  const { agent } = useMe();
  const [open, setOpen] = useState(false);
  const form = useForm({
    id: null,
    stored: { current: '', password: '' },
    check: ({ current, password }) => faults({ current: textFault(current, 200), password: passwordFault(password) }),
    refusals: { 'password.wrong': { path: 'current', word: 'fault.password_wrong' } },
    save: async (body) => {
      await call(changePassword, { body });
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      tell(t('account.told_password'));
      setOpen(false);
    },
  });
  return (
    <Section title={t('account.password')} text={t('account.password_text')}>
      {!open ? (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('account.password_change')}
        </Button>
      ) : (
        <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.fields}>
          <input type="email" autoComplete="username" value={agent.email} readOnly hidden />
          <PasswordInput
            label={t('account.password_current')}
            autoComplete="current-password"
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            {...form.text('current')}
          />
          <PasswordField label={t('account.password_new')} text={form.text('password')} known={[agent.name, agent.email]} />
          {form.failure && (
            <p className={css.failure} role="alert">
              {form.failure}
            </p>
          )}
          <div className={css.buttons}>
            <Button type="submit" loading={form.saving}>
              {t('account.password_change')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                form.reset();
                setOpen(false);
              }}
            >
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
