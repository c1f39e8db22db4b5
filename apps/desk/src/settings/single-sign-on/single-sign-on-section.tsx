import { putSingleSignOn, type SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { singleSignOnQuery } from '../settings.queries.ts';
import { ClaimFields } from './claim-fields.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { SafetyFields } from './safety-fields.tsx';
import { SignOutFields } from './sign-out-fields.tsx';
import css from './single-sign-on.module.css';
import { type SingleValues, settingsOf, singleFaults, valuesOf } from './single-values.ts';
import { TestPart } from './test-part.tsx';
import { WhoFields } from './who-fields.tsx';

export type SingleFormState = ReturnType<typeof useForm<SingleValues>>;

/** The company's identity provider: where it is, who may come, and a whole round to see whether it works. */
export function SingleSignOnSection() {
  const query = useQuery({ ...singleSignOnQuery, staleTime: 0 });
  return (
    <Loaded query={query} height={640}>
      {(settings) => <SingleForm settings={settings} />}
    </Loaded>
  );
}

function SingleForm({ settings }: { settings: SingleSignOn }) {
  const t = useAdminWords();
  const form = useForm<SingleValues>({
    // A typed secret must not outlive the page.
    id: null,
    stored: valuesOf(settings),
    check: singleFaults,
    refusals: {
      'single_sign_on.address_refused': { path: 'issuer', word: 'single.fault_address' },
      'single_sign_on.incomplete': { path: 'issuer', word: 'fault.required' },
      'single_sign_on.domain_taken': { path: 'domains', word: 'single.fault_domain_taken', tells: 'domain' },
      'single_sign_on.test_first': { path: 'required', word: 'single.fault_test_first' },
    },
    save: async (values) => {
      queryClient.setQueryData(singleSignOnQuery.queryKey, await call(putSingleSignOn, { body: settingsOf(values) }));
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <Switch
        checked={form.values.enabled}
        onChange={({ currentTarget: { checked } }) => form.set({ enabled: checked, ...(checked ? {} : { required: false }) })}
        label={t('single.use')}
        description={t('single.use_text')}
      />
      <ProviderFields form={form} settings={settings} />
      <WhoFields form={form} />
      <ClaimFields form={form} />
      <TestPart settings={settings} dirty={form.dirty} />
      <SignOutFields form={form} settings={settings} />
      <SafetyFields form={form} settings={settings} />
      <SaveBar form={form} />
    </form>
  );
}
