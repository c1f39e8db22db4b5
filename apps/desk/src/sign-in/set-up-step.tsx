import { ProblemError } from '@madoguchi/client/client.ts';
import type { Me } from '@madoguchi/contract/agents.ts';
import { proposeAtSignIn, turnOnAtSignIn } from '@madoguchi/contract/two-factor.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { faults, textFault } from '../admin/faults.ts';
import { useForm } from '../admin/form.ts';
import { call } from '../app/client.ts';
import { Loaded } from '../settings/loaded.tsx';
import { CodeField } from '../two-factor/code-field.tsx';
import { Proposal } from '../two-factor/proposal.tsx';
import { RecoveryCodes } from '../two-factor/recovery-codes.tsx';
import css from './sign-in-page.module.css';

type Props = { token: string; onEntered: (me: Me) => void; onBack: (because?: unknown) => void };
type Given = { secret: string; uri: string; token: string };

/** Where everybody must use two-factor: it is set up before the first session. */
export function SetUpStep({ token, onEntered, onBack }: Props) {
  const t = useAdminWords();
  const query = useQuery({
    queryKey: ['two-factor-proposal', token],
    queryFn: () => call(proposeAtSignIn, { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const [entered, setEntered] = useState<{ me: Me; recoveryCodes: string[] } | null>(null);
  return (
    <div className={css.card} data-wide>
      <h1 className={css.title}>{entered ? t('two_factor.codes') : t('two_factor.required_title')}</h1>
      {entered ? (
        <RecoveryCodes codes={entered.recoveryCodes} onDone={() => onEntered(entered.me)} />
      ) : (
        <>
          <p className={`${css.text} prose`}>{t('two_factor.required_text')}</p>
          <Loaded query={query} height={420}>
            {(given) => <FirstCode token={token} given={given} onEntered={setEntered} onOver={onBack} />}
          </Loaded>
          <Button variant="subtle" color="gray" onClick={() => onBack()}>
            {t('two_factor.back_to_sign_in')}
          </Button>
        </>
      )}
    </div>
  );
}

type FirstCodeProps = {
  token: string;
  given: Given;
  onEntered: (entered: { me: Me; recoveryCodes: string[] }) => void;
  onOver: (because: unknown) => void;
};

function FirstCode({ token, given, onEntered, onOver }: FirstCodeProps) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { code: '' },
    check: ({ code }) => faults({ code: textFault(code, 40) }),
    refusals: { 'sign_in.code_wrong': { path: 'code', word: 'fault.code_wrong' } },
    save: async ({ code }) => {
      try {
        onEntered(await call(turnOnAtSignIn, { body: { token, proposal: given.token, code } }));
      } catch (error) {
        if (error instanceof ProblemError && error.status === 410) onOver(error);
        throw error;
      }
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.fields}>
      <Proposal secret={given.secret} uri={given.uri} />
      <CodeField
        label={t('two_factor.code')}
        value={form.values.code}
        error={form.error('code')}
        onChange={(code) => form.set({ code })}
        size="md"
      />
      {form.failure && (
        <p className={css.failure} role="alert">
          {form.failure}
        </p>
      )}
      <Button type="submit" size="md" fullWidth loading={form.saving}>
        {t('two_factor.turn_on')}
      </Button>
    </form>
  );
}
