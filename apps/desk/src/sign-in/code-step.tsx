import { OfflineError, ProblemError } from '@madoguchi/client/client.ts';
import type { Me } from '@madoguchi/contract/agents.ts';
import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signInWithCode } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { CodeField } from '../two-factor/code-field.tsx';
import css from './sign-in-page.module.css';
import { useSignInWords } from './sign-in-words.ts';

type Props = { token: string; onEntered: (me: Me) => void; onBack: (because?: unknown) => void };

/** The second step: the six figures of the app, or a recovery code when the device is not at hand. */
export function CodeStep({ token, onEntered, onBack }: Props) {
  const t = useWords();
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const entering = useMutation({
    mutationFn: () => call(signInWithCode, { body: { token, code } }),
    meta: { quiet: true },
    onSuccess: onEntered,
    // Too long ago: the password is asked for again.
    onError: (error) => error instanceof ProblemError && error.status === 410 && onBack(error),
  });
  const failure = useSignInWords(entering.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!entering.isPending && !failure.waiting) entering.mutate();
  };
  const wrong = entering.error instanceof ProblemError && entering.error.code === 'sign_in.code_wrong';
  return (
    <form className={css.card} onSubmit={submit} noValidate>
      <h1 className={css.title}>{t('sign_in.code_title')}</h1>
      {failure.text && (
        <Alert color={entering.error instanceof OfflineError ? 'warning' : 'danger'} role="alert">
          {failure.text}
        </Alert>
      )}
      <CodeField
        key={recovery ? 'recovery' : 'app'}
        label={recovery ? t('sign_in.recovery_code') : t('sign_in.code')}
        description={recovery ? t('sign_in.recovery_help') : t('sign_in.code_help')}
        recovery={recovery}
        size="md"
        value={code}
        error={wrong}
        onChange={setCode}
      />
      <Button type="submit" size="md" fullWidth loading={entering.isPending} disabled={!code.trim() || failure.waiting}>
        {t('sign_in.submit')}
      </Button>
      <div className={css.others}>
        <Button
          variant="subtle"
          onClick={() => {
            setRecovery(!recovery);
            setCode('');
          }}
        >
          {recovery ? t('sign_in.use_app') : t('sign_in.use_recovery')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => onBack()}>
          {t('sign_in.back')}
        </Button>
      </div>
      <p className={`${css.help} prose`}>{t('sign_in.code_lost')}</p>
    </form>
  );
}
