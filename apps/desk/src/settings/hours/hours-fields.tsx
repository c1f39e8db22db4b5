import { Switch } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { ClosedDatesField } from './closed-dates-field.tsx';
import { DayRow } from './day-row.tsx';
import { dayWord, shortDays } from './day-words.ts';
import { EachYearField } from './each-year-field.tsx';
import css from './hours-section.module.css';
import { copyDay, type HoursValues } from './hours-values.ts';
import { OpenDatesField } from './open-dates-field.tsx';
import { WeekSentence } from './week-sentence.tsx';

type Props = {
  form: {
    values: HoursValues;
    set: (patch: Partial<HoursValues>) => void;
    touch: (path: string) => void;
    error: (path: string) => string | undefined;
  };
  /** Whose clock the times are read by. */
  timezone: string;
};

/** A week, its holidays and its exceptions: the same for the workspace's own hours and for every other calendar. */
export function HoursFields({ form, timezone }: Props) {
  const t = useAdminWords();
  const { values, set } = form;
  return (
    <>
      <Switch
        checked={values.always}
        onChange={(event) => set({ always: event.currentTarget.checked })}
        label={t('hours.always')}
        description={t('hours.always_text')}
      />
      {!values.always && (
        <>
          <Section title={t('hours.week')} text={<WeekSentence values={values} timezone={timezone} />}>
            <div className={css.week}>
              {values.days.map((ranges, day) => (
                <DayRow
                  key={dayWord(shortDays, day)}
                  day={day}
                  ranges={ranges}
                  error={form.error(`days.${day}`)}
                  onTouch={() => form.touch(`days.${day}`)}
                  onChange={(changed) => set({ days: values.days.map((old, index) => (index === day ? changed : old)) })}
                  onCopy={(to) => set({ days: copyDay(values.days, day, to) })}
                />
              ))}
            </div>
          </Section>
          <Section title={t('hours.closed')}>
            <Switch
              mb={16}
              checked={values.closedOnJapaneseHolidays}
              onChange={(event) => set({ closedOnJapaneseHolidays: event.currentTarget.checked })}
              label={t('hours.holidays')}
              description={t('hours.holidays_text')}
            />
            <div className={css.stack}>
              <EachYearField ranges={values.closedEachYear} onChange={(closedEachYear) => set({ closedEachYear })} />
              <ClosedDatesField dates={values.closedDates} onChange={(closedDates) => set({ closedDates })} />
            </div>
          </Section>
          <Section title={t('hours.open_dates')} text={t('hours.open_dates_text')}>
            <OpenDatesField form={form} />
          </Section>
        </>
      )}
    </>
  );
}
