import { updateWorkspace, type Workspace } from '@madoguchi/contract/workspaces.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import { ClosedDatesField } from './closed-dates-field.tsx';
import { DayRow } from './day-row.tsx';
import { dayWord, shortDays } from './day-words.ts';
import css from './hours-section.module.css';
import { copyDay, type HoursValues, hoursFaults, hoursOf, valuesOf } from './hours-values.ts';
import { WeekSentence } from './week-sentence.tsx';

/** When people answer. Outside these hours the messenger says when somebody will. */
export function HoursSection() {
  const query = useQuery(workspaceQuery);
  return (
    <Loaded query={query} height={480}>
      {(workspace) => <HoursForm workspace={workspace} />}
    </Loaded>
  );
}

function HoursForm({ workspace }: { workspace: Workspace }) {
  const t = useAdminWords();
  const form = useForm<HoursValues>({
    id: 'settings.hours',
    stored: valuesOf(workspace.businessHours),
    check: hoursFaults,
    save: async (values) => {
      const saved = await call(updateWorkspace, { body: { businessHours: hoursOf(values) } });
      queryClient.setQueryData(workspaceQuery.queryKey, saved);
    },
  });
  const { values, set } = form;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <Switch
        checked={values.always}
        onChange={(event) => set({ always: event.currentTarget.checked })}
        label={t('hours.always')}
        description={t('hours.always_text')}
      />
      {!values.always && (
        <>
          <Section title={t('hours.week')} text={<WeekSentence values={values} timezone={workspace.timezone} />}>
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
            <ClosedDatesField dates={values.closedDates} onChange={(closedDates) => set({ closedDates })} />
          </Section>
        </>
      )}
      <SaveBar form={form} />
    </form>
  );
}
