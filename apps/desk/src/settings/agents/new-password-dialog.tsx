import type { Agent } from '@madoguchi/contract/agents.ts';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { passwordFault } from '../../admin/password-fault.ts';
import { PasswordField } from '../../admin/password-field.tsx';
import { changeAgent } from './agents.mutations.ts';
import { HandOver } from './hand-over.tsx';

/** For somebody who forgot theirs: a new password, which ends every session of the account. */
export function NewPasswordDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useAdminWords();
  const [done, setDone] = useState<string | null>(null);
  const form = useForm({
    id: null,
    stored: { password: '' },
    check: ({ password }) => faults({ password: passwordFault(password) }),
    save: async ({ password }) => {
      await changeAgent(agent.id, { password });
      setDone(password);
    },
  });
  if (done !== null) return <HandOver name={agent.name} email={agent.email} password={done} onClose={onClose} />;
  return (
    <FormDialog
      title={t('agents.new_password_of', { name: agent.name })}
      submit={t('agents.new_password_set')}
      form={form}
      onClose={onClose}
    >
      <p style={{ margin: 0 }} className="prose">
        {t('agents.new_password_text')}
      </p>
      <PasswordField
        label={t('agents.password')}
        text={form.text('password')}
        known={[agent.name, agent.email]}
        onMake={(password) => form.set({ password })}
      />
    </FormDialog>
  );
}
