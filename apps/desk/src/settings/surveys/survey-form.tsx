import type { Locale } from '@madoguchi/contract/common.ts';
import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { SurveyPreview } from './survey-preview.tsx';
import { surveyFaults } from './survey-values.ts';
import css from './surveys-section.module.css';
import { WhenFields } from './when-fields.tsx';
import { WordsFields } from './words-fields.tsx';

type Props = { id: string; stored: SurveySettings; save: (settings: SurveySettings) => Promise<unknown>; below?: ReactNode };

/** Whether, when and in which words customers are asked, beside what they will see. */
export function SurveyForm({ id, stored, save, below }: Props) {
  const t = useAdminWords();
  const [language, setLanguage] = useState<Locale>(useLocale());
  const form = useForm<SurveySettings>({ id, stored, check: surveyFaults, save });
  const { values, set } = form;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate>
      <div className={css.columns}>
        <div className={css.fields}>
          <Switch
            checked={values.on}
            onChange={(event) => set({ on: event.currentTarget.checked })}
            label={t('survey.on')}
            description={t('survey.on_text')}
          />
          <Section title={t('survey.when')}>
            <WhenFields form={form} />
          </Section>
          <Section title={t('survey.words')}>
            <WordsFields form={form} language={language} setLanguage={setLanguage} />
          </Section>
          <Section title={t('survey.afterwards')}>
            <Switch
              checked={values.reopenOnLow}
              onChange={(event) => set({ reopenOnLow: event.currentTarget.checked })}
              label={t('survey.reopen')}
              description={t('survey.reopen_text')}
            />
          </Section>
        </div>
        <SurveyPreview settings={values} language={language} />
      </div>
      {below}
      <SaveBar form={form} />
    </form>
  );
}
