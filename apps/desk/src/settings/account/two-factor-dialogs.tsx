import { renewRecoveryCodes, turnOffTwoFactor } from '@madoguchi/contract/two-factor.ts';
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { CodeField } from '../../two-factor/code-field.tsx';
import { CodesOnce } from '../../two-factor/codes-once.tsx';
import { tell } from '../../ui/tell.tsx';
import { myTwoFactorQuery } from '../settings.queries.ts';

type Proof = { password: string; code: string };
const changed = () => queryClient.invalidateQueries({ queryKey: myTwoFactorQuery.queryKey });

export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const save = async (body: Proof) => {
    await call(turnOffTwoFactor, { body });
    void changed();
    tell(t('two_factor.told_off'));
    onClose();
  };
  return (
    <ProofDialog
      title={t('two_factor.turn_off')}
      text={t('two_factor.turn_off_text')}
      submit={t('two_factor.turn_off')}
      save={save}
      onClose={onClose}
    />
  );
}

export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const [codes, setCodes] = useState<string[] | null>(null);
  const save = async (body: Proof) => {
    setCodes((await call(renewRecoveryCodes, { body })).recoveryCodes);
    void changed();
  };
  if (codes) return <CodesOnce codes={codes} onDone={onClose} />;
  return (
    <ProofDialog
      title={t('two_factor.renew')}
      text={t('two_factor.renew_text')}
      submit={t('two_factor.renew_do')}
      save={save}
      onClose={onClose}
    />
  );
}

type ProofDialogProps = { title: string; text: string; submit: string; save: (proof: Proof) => Promise<void>; onClose: () => void };

/** Password and code: what somebody at an unlocked screen does not have. */
function ProofDialog({ title, text, submit, save, onClose }: ProofDialogProps) {
  const t = useAdminWords();
  const form = useForm<Proof>({
    id: null,
    stored: { password: '', code: '' },
    check: ({ password, code }) => faults({ password: textFault(password, 200), code: textFault(code, 40) }),
    refusals: {
      'password.wrong': { path: 'password', word: 'fault.password_wrong' },
      'two_factor.code_wrong': { path: 'code', word: 'fault.code_wrong' },
    },
    save,
  });
  return (
    <FormDialog title={title} submit={submit} form={form} onClose={onClose}>
      <p style={{ margin: 0 }} className="prose">
        {text}
      </p>
      <PasswordInput
        label={t('account.password_current')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.text('password')}
      />
      <CodeField
        label={t('two_factor.code_or_recovery')}
        recovery
        value={form.values.code}
        error={form.error('code')}
        onChange={(code) => form.set({ code })}
      />
    </FormDialog>
  );
}
