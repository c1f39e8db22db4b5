import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { PasswordInput, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';

/** Where the provider is, and who we are to it. */
export function ProviderFields({ form, settings }: { form: SingleFormState; settings: SingleSignOn }) {
  const t = useAdminWords();
  const kept = settings.hasSecret && !form.values.dropKey && form.values.issuer.trim() === settings.issuer;
  return (
    <Section title={t('single.provider')} text={t('single.provider_text')}>
      <div className={css.fields}>
        <div>
          <p className={css.label}>{t('single.redirect')}</p>
          <CopyField value={settings.redirectUri} label={t('single.redirect')} />
        </div>
        <TextInput
          label={t('single.issuer')}
          description={t('single.issuer_help')}
          placeholder="https://login.example.com/tenant"
          inputMode="url"
          autoComplete="off"
          {...form.text('issuer')}
        />
        <TextInput label={t('single.client_id')} autoComplete="off" {...form.text('clientId')} />
        <PasswordInput
          label={t('single.secret')}
          description={t('single.secret_help')}
          placeholder={kept ? t('single.secret_kept') : undefined}
          autoComplete="new-password"
          maxLength={500}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.text('key')}
        />
        <TextInput
          label={t('single.label')}
          description={t('single.label_help', { label: form.values.label.trim() || t('single.label_example') })}
          placeholder={t('single.label_example')}
          maxLength={40}
          autoComplete="off"
          {...form.text('label')}
        />
      </div>
    </Section>
  );
}
