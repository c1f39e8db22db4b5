import { proposeTwoFactor, turnOnTwoFactor } from '@madoguchi/contract/two-factor.ts';
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
import { Proposal } from '../../two-factor/proposal.tsx';
import { myTwoFactorQuery, sessionsQuery } from '../settings.queries.ts';

type Given = { secret: string; uri: string; token: string };

/** Password, then the app's first code, then the recovery codes. */
export function TurnOnDialog({ onClose }: { onClose: () => void }) {
  const [given, setGiven] = useState<Given | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: myTwoFactorQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    onClose();
  };
  if (codes) return <CodesOnce codes={codes} onDone={done} />;
  if (given) return <FirstCode given={given} onClose={onClose} onOn={setCodes} />;
  return <AskPassword onClose={onClose} onGiven={setGiven} />;
}

function AskPassword({ onClose, onGiven }: { onClose: () => void; onGiven: (given: Given) => void }) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { password: '' },
    check: ({ password }) => faults({ password: textFault(password, 200) }),
    refusals: { 'password.wrong': { path: 'password', word: 'fault.password_wrong' } },
    save: async (body) => onGiven(await call(proposeTwoFactor, { body })),
  });
  return (
    <FormDialog title={t('two_factor.set_up')} submit={t('two_factor.next')} form={form} onClose={onClose}>
      <PasswordInput
        label={t('account.password_current')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.text('password')}
      />
    </FormDialog>
  );
}

function FirstCode({ given, onClose, onOn }: { given: Given; onClose: () => void; onOn: (codes: string[]) => void }) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { code: '' },
    check: ({ code }) => faults({ code: textFault(code, 40) }),
    refusals: { 'two_factor.code_wrong': { path: 'code', word: 'fault.code_wrong' } },
    save: async ({ code }) => onOn((await call(turnOnTwoFactor, { body: { proposal: given.token, code } })).recoveryCodes),
  });
  return (
    <FormDialog title={t('two_factor.set_up')} submit={t('two_factor.turn_on')} form={form} onClose={onClose}>
      <Proposal secret={given.secret} uri={given.uri} />
      <CodeField label={t('two_factor.code')} value={form.values.code} error={form.error('code')} onChange={(code) => form.set({ code })} />
    </FormDialog>
  );
}
