import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { Alert, Switch } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';

/** What is asked besides, and whether there is any other way in. */
export function SafetyFields({ form: { values, set, error }, settings }: { form: SingleFormState; settings: SingleSignOn }) {
  const t = useAdminWords();
  return (
    <Section title={t('single.safety')}>
      <div className={css.fields}>
        <Switch
          checked={values.asksSecondStep}
          onChange={(event) => set({ asksSecondStep: event.currentTarget.checked })}
          label={t('single.second')}
          description={t('single.second_text')}
        />
        <Switch
          checked={values.required}
          disabled={!values.required && !(settings.tested && values.enabled)}
          onChange={(event) => set({ required: event.currentTarget.checked })}
          label={t('single.required')}
          description={settings.tested || values.required ? t('single.required_text') : t('single.test_first')}
          error={error('required')}
        />
        {values.required && <Alert color="indigo">{t('single.required_owners')}</Alert>}
      </div>
    </Section>
  );
}
