import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { NumberInput, Radio, Switch } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { bounded } from './survey-values.ts';
import css from './surveys-section.module.css';

const WEEK_IN_MINUTES = 10_080;
const YEAR_IN_DAYS = 365;

type Props = { form: { values: SurveySettings; set: (patch: Partial<SurveySettings>) => void } };

/** After whose work, how long after it, and how often the same customer at most. */
export function WhenFields({ form: { values, set } }: Props) {
  const t = useAdminWords();
  return (
    <div className={css.group}>
      <Radio.Group label={t('survey.after')} value={values.after} onChange={(after) => set({ after: after as SurveySettings['after'] })}>
        <div className={css.radios}>
          <Radio value="agent" label={t('survey.after_agent')} />
          <Radio value="bot" label={t('survey.after_bot')} />
          <Radio value="both" label={t('survey.after_both')} />
        </div>
      </Radio.Group>
      <NumberInput
        className={css.number}
        label={t('survey.minutes')}
        description={t('survey.minutes_text')}
        suffix={` ${t('survey.minutes_unit')}`}
        min={0}
        max={WEEK_IN_MINUTES}
        allowDecimal={false}
        hideControls
        value={values.minutes}
        onChange={(value) => set({ minutes: bounded(value, WEEK_IN_MINUTES) })}
      />
      <Switch
        checked={values.inHoursOnly}
        onChange={(event) => set({ inHoursOnly: event.currentTarget.checked })}
        label={t('survey.in_hours')}
        description={t('survey.in_hours_text')}
      />
      <NumberInput
        className={css.number}
        label={t('survey.every_days')}
        description={t('survey.every_days_text')}
        suffix={` ${t('survey.every_days_unit')}`}
        min={0}
        max={YEAR_IN_DAYS}
        allowDecimal={false}
        hideControls
        value={values.everyDays}
        onChange={(value) => set({ everyDays: bounded(value, YEAR_IN_DAYS) })}
      />
    </div>
  );
}
