import { OfflineError, ProblemError } from '@madoguchi/client/client.ts';
import type { Me, NextStep } from '@madoguchi/contract/agents.ts';
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { getSetup, signIn } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { meQuery } from '../app/me.ts';
import { queryClient } from '../app/query-client.ts';
import { CodeStep } from './code-step.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { OtherWays } from './other-ways.tsx';
import { safeNext } from './safe-next.ts';
import css from './sign-in-page.module.css';
import { useSignInWords } from './sign-in-words.ts';
import { singleFailureWords } from './single-words.ts';
import { stepInAddress } from './step-in-address.ts';

/** Few see it, and once: its words and the QR code come only then. */
const SetUpStep = lazy(async () => ({ default: (await import('./set-up-step.tsx')).SetUpStep }));

/** E-mail and password, a second step where one is due; afterwards on to where the agent wanted to go. */
export function SignInPage() {
  const t = useWords();
  const router = useRouter();
  const { next, ended, single, signedOut } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call(getSetup, {}), staleTime: 0 });
  const [due, setDue] = useState<NextStep | null>(stepInAddress);
  const [over, setOver] = useState<unknown>(null);
  const enter = (me: Me) => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me);
    // Somebody else may sign in after a session ran out: what this window remembers of the first must be gone.
    if (ended) location.assign(safeNext(next));
    else router.history.push(safeNext(next));
  };
  const entering = useMutation({
    mutationFn: () => call(signIn, { body: { email: email.trim(), password } }),
    meta: { quiet: true },
    onSuccess: (answer) => {
      setOver(null);
      if ('step' in answer) setDue(answer);
      else enter(answer);
    },
  });
  const startAgain = (because: unknown = null) => {
    setDue(null);
    setPassword('');
    setOver(because);
  };
  const failure = useSignInWords(entering.error ?? over);
  if (setup.data?.needed) return <Navigate to="/setup" replace />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!entering.isPending && !failure.waiting) entering.mutate();
  };
  const singleOnly = entering.error instanceof ProblemError && entering.error.code === 'sign_in.single_sign_on';
  const wrong = entering.error instanceof ProblemError && entering.error.code === 'sign_in.wrong';
  if (due) {
    const Step = due.step === 'code' ? CodeStep : SetUpStep;
    return (
      <main className={css.page}>
        <Suspense fallback={<div className={css.card} />}>
          <Step token={due.token} onEntered={enter} onBack={startAgain} />
        </Suspense>
        <LanguageSwitch />
      </main>
    );
  }
  return (
    <main className={css.page}>
      <form className={css.card} onSubmit={submit} noValidate>
        <h1 className={css.title}>
          <img src="/desk/icon.svg" width={32} height={32} alt="" />
          Madoguchi
        </h1>
        {single && !entering.error && (
          <Alert color="danger" role="alert">
            {singleFailureWords(t, single)}
          </Alert>
        )}
        {signedOut && !entering.error && <Alert color="success">{t('sign_in.signed_out_everywhere')}</Alert>}
        {ended && !entering.error && <Alert color="warning">{t('sign_in.ended')}</Alert>}
        {failure.text && (
          <Alert color={entering.error instanceof OfflineError ? 'warning' : 'danger'} role="alert">
            {failure.text}
          </Alert>
        )}
        <TextInput
          label={t('sign_in.email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          inputMode="email"
          size="md"
          autoFocus
          required
          withAsterisk={false}
          value={email}
          error={wrong}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('sign_in.password')}
          name="password"
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          value={password}
          error={wrong}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        />
        <Button
          type="submit"
          variant={singleOnly ? 'default' : 'filled'}
          size="md"
          fullWidth
          loading={entering.isPending}
          disabled={!email.trim() || !password || failure.waiting}
        >
          {t('sign_in.submit')}
        </Button>
        <OtherWays email={email} next={next} singleOnly={singleOnly} onEntered={enter} />
        <p className={`${css.help} prose`}>{t('sign_in.forgotten')}</p>
      </form>
      <LanguageSwitch />
    </main>
  );
}
