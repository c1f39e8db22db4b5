import { getSetup, runSetup } from '@madoguchi/contract/agents.ts';
import { Alert, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { emailFault, faults, textFault } from '../admin/faults.ts';
import { useForm } from '../admin/form.ts';
import forms from '../admin/forms.module.css';
import { passwordFault } from '../admin/password-fault.ts';
import { PasswordField } from '../admin/password-field.tsx';
import { call } from '../app/client.ts';
import { useLocale } from '../app/locale.tsx';
import { meQuery } from '../app/me.ts';
import { queryClient } from '../app/query-client.ts';
import { LanguageSwitch } from '../sign-in/language-switch.tsx';
import css from './setup-page.module.css';

const empty = { workspaceName: '', name: '', email: '', password: '' };

/** The first visit of an empty installation: who runs it. Afterwards the desk is open. */
export function SetupPage() {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call(getSetup, {}), staleTime: 0 });
  if (setup.data && !setup.data.needed) return <Navigate to="/" replace />;
  return <SetupForm />;
}

function SetupForm() {
  const t = useAdminWords();
  const locale = useLocale();
  const router = useRouter();
  const form = useForm({
    id: 'setup',
    stored: empty,
    check: (values) =>
      faults({
        workspaceName: textFault(values.workspaceName, 100),
        name: textFault(values.name, 100),
        email: emailFault(values.email),
        password: passwordFault(values.password),
      }),
    save: async ({ workspaceName, name, email, password }) => {
      const me = await call(runSetup, {
        body: { workspaceName: workspaceName.trim(), name: name.trim(), email: email.trim(), password, locale },
      });
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      await router.navigate({ to: '/knowledge', replace: true });
    },
  });
  return (
    <main className={css.page}>
      <form ref={form.formRef} className={`${forms.forms} ${css.card}`} onSubmit={(event) => void form.submit(event)} noValidate>
        <header className={css.head}>
          <img src="/desk/icon.svg" width={40} height={40} alt="" />
          <h1 className={css.title}>{t('setup.title')}</h1>
          <p className={`${css.text} prose`}>{t('setup.text')}</p>
        </header>
        {form.failure && (
          <Alert color="danger" role="alert">
            {form.failure}
          </Alert>
        )}
        <TextInput
          size="md"
          label={t('setup.workspace')}
          description={t('setup.workspace_help')}
          autoComplete="organization"
          autoFocus
          {...form.text('workspaceName')}
        />
        <TextInput size="md" label={t('setup.name')} description={t('setup.name_help')} autoComplete="name" {...form.text('name')} />
        <TextInput size="md" type="email" inputMode="email" label={t('setup.email')} autoComplete="username" {...form.text('email')} />
        <PasswordField
          label={t('setup.password')}
          size="md"
          text={form.text('password')}
          known={[form.values.name, form.values.email, form.values.workspaceName]}
        />
        <Button type="submit" size="md" fullWidth loading={form.saving}>
          {t('setup.submit')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
