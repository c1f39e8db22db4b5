import { addPasskey, beginPasskey } from '@madoguchi/contract/passkeys.ts';
import { PasswordInput, TextInput } from '@mantine/core';
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { agentsTwoFactorQuery, myPasskeysQuery } from '../settings.queries.ts';
import { deviceOf } from './device.ts';

/** What the browser said instead of making one. */
const refusedBy = (error: unknown): AdminKey =>
  error instanceof Error && error.name === 'InvalidStateError' ? 'passkeys.have_already' : 'passkeys.canceled';

/** Password and a name, then the browser asks for finger, face or PIN. */
export function AddPasskeyDialog({ asksPassword, onClose }: { asksPassword: boolean; onClose: () => void }) {
  const t = useAdminWords();
  const [refused, setRefused] = useState<AdminKey | null>(null);
  const { browser, system } = deviceOf(navigator.userAgent);
  const form = useForm({
    id: null,
    stored: { name: [system, browser].filter(Boolean).join(' ').slice(0, 60), password: '' },
    check: ({ name, password }) => faults({ name: textFault(name, 60), ...(asksPassword ? { password: textFault(password, 200) } : {}) }),
    refusals: { 'password.wrong': { path: 'password', word: 'fault.password_wrong' } },
    save: async ({ name, password }) => {
      setRefused(null);
      const { options, word } = await call(beginPasskey, { body: { password } });
      const optionsJSON = options as Record<string, unknown> & PublicKeyCredentialCreationOptionsJSON;
      const made = await startRegistration({ optionsJSON }).catch((error: unknown) => {
        setRefused(refusedBy(error));
        return null;
      });
      if (!made) return;
      await call(addPasskey, {
        body: { word, name: name.trim(), answer: { ...made, response: { ...made.response }, clientExtensionResults: {} } },
      });
      void queryClient.invalidateQueries({ queryKey: myPasskeysQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: agentsTwoFactorQuery.queryKey });
      tell(t('passkeys.told_added'));
      onClose();
    },
  });
  const failure = refused ? t(refused) : form.failure;
  return (
    <FormDialog title={t('passkeys.add')} submit={t('two_factor.next')} form={{ ...form, failure }} onClose={onClose}>
      <TextInput label={t('passkeys.name')} description={t('passkeys.name_help')} autoComplete="off" {...form.text('name')} />
      {asksPassword && (
        <PasswordInput
          label={t('account.password_current')}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.text('password')}
        />
      )}
      <p style={{ margin: 0 }} className="prose">
        {t('passkeys.add_text')}
      </p>
    </FormDialog>
  );
}
