import { updateMe } from '@madoguchi/contract/agents.ts';
import { Button, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { LanguageField } from '../../admin/language-field.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { useChangeLocale } from '../../app/me.mutations.ts';
import { meQuery, useMe } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { tell } from '../../ui/tell.tsx';
import css from './account-section.module.css';

export function ProfileForm() {
  const t = useAdminWords();
  const { agent } = useMe();
  const changeLocale = useChangeLocale();
  const form = useForm({
    id: 'settings.account',
    stored: { name: agent.name },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name }) => {
      queryClient.setQueryData(meQuery.queryKey, await call(updateMe, { body: { name: name.trim() } }));
      void queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });
      tell(t('account.told_saved'));
    },
  });
  return (
    <Section title={t('account.profile')}>
      <div className={css.fields}>
        <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.line}>
          <TextInput label={t('account.name')} description={t('account.name_help')} autoComplete="name" {...form.text('name')} />
          <Button type="submit" variant="default" loading={form.saving} disabled={!form.dirty}>
            {t('form.save')}
          </Button>
        </form>
        {form.failure && (
          <p className={css.failure} role="alert">
            {form.failure}
          </p>
        )}
        <TextInput label={t('account.email')} description={t('account.email_help')} value={agent.email} readOnly variant="filled" />
        <LanguageField label={t('account.language')} value={agent.locale} onChange={changeLocale} />
      </div>
    </Section>
  );
}
