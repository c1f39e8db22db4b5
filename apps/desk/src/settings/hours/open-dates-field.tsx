import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { typedClock } from './clock.ts';
import css from './hours-section.module.css';
import type { HoursValues, OpenDate } from './hours-values.ts';

const MOST = 100;

type Props = {
  form: {
    values: HoursValues;
    set: (patch: Partial<HoursValues>) => void;
    touch: (path: string) => void;
    error: (path: string) => string | undefined;
  };
};

/** Dates with hours of their own, whatever else is closed then. */
export function OpenDatesField({ form }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const [date, setDate] = useState('');
  const { openDates } = form.values;
  const set = (changed: OpenDate[]) => form.set({ openDates: changed });
  const known = openDates.some((one) => one.date === date);
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const patch = (at: number, range: Partial<OpenDate['ranges'][number]>) =>
    set(
      openDates.map((one, index) => (index === at ? { ...one, ranges: [{ ...one.ranges[0]!, ...range }, ...one.ranges.slice(1)] } : one)),
    );
  const settle = (at: number) => {
    const { from, to } = openDates[at]!.ranges[0]!;
    patch(at, { from: typedClock(from) ?? from, to: typedClock(to) ?? to });
    form.touch(`openDates.${at}`);
  };
  return (
    <div className={css.stack}>
      {openDates.length > 0 && (
        <ul className={css.openDates}>
          {openDates.map(({ date: own, ranges }, at) => {
            const words = format.format(new Date(`${own}T00:00:00Z`));
            const error = form.error(`openDates.${at}`);
            return (
              <li key={own}>
                <span className={css.openDate}>{words}</span>
                <div className={css.range}>
                  {(['from', 'to'] as const).map((end) => (
                    <TextInput
                      key={end}
                      className={css.clock}
                      aria-label={t(end === 'from' ? 'hours.from' : 'hours.to', { day: words })}
                      inputMode="numeric"
                      value={ranges[0]![end]}
                      error={Boolean(error)}
                      onChange={(event) => patch(at, { [end]: event.currentTarget.value })}
                      onBlur={() => settle(at)}
                    />
                  ))}
                  <CloseButton
                    size={36}
                    aria-label={t('hours.open_date_remove', { date: words })}
                    onClick={() => set(openDates.filter((_, index) => index !== at))}
                  />
                </div>
                {error && (
                  <p className={css.error} role="alert">
                    {error}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className={css.newDate}>
        <TextInput type="date" label={t('hours.open_date')} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={!date || known || openDates.length >= MOST}
          onClick={() => {
            const added = [...openDates, { date, ranges: [{ from: '10:00', to: '18:00' }] }];
            set(added.sort((a, b) => a.date.localeCompare(b.date)));
            setDate('');
          }}
        >
          {t('hours.add_date')}
        </Button>
      </div>
    </div>
  );
}
