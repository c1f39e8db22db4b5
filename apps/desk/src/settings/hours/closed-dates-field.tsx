import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { addDates, mostClosedDates, removeRun, runsOf } from './closed-dates.ts';
import css from './hours-section.module.css';

/** Days off of the company's own: New Year, summer, stock-taking. */
export function ClosedDatesField({ dates, onChange }: { dates: readonly string[]; onChange: (dates: string[]) => void }) {
  const t = useAdminWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const runs = runsOf(dates);
  const wanted = from ? addDates(dates, from, to) : [...dates];
  const tooMany = wanted.length > mostClosedDates;
  const add = () => {
    onChange(wanted);
    setFrom('');
    setTo('');
  };
  return (
    <fieldset className={css.dates}>
      <legend className={css.legend}>{t('hours.dates')}</legend>
      {runs.length > 0 && (
        <ul className={css.runs}>
          {runs.map((run) => (
            <li key={run.from} className={css.run}>
              <Run run={run} />
              <CloseButton
                size={32}
                aria-label={t('hours.remove_date', { date: run.from })}
                onClick={() => onChange(removeRun(dates, run))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={css.newDate}>
        <TextInput type="date" label={t('hours.date_from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput
          type="date"
          label={t('hours.date_to')}
          value={to}
          min={from}
          disabled={!from}
          error={tooMany && t('fault.too_many_dates', { max: mostClosedDates })}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} />} disabled={!from || tooMany} onClick={add}>
          {t('hours.add_date')}
        </Button>
      </div>
    </fieldset>
  );
}

function Run({ run }: { run: { from: string; to: string } }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const [from, to] = [new Date(`${run.from}T00:00:00Z`), new Date(`${run.to}T00:00:00Z`)];
  return <span>{run.from === run.to ? format.format(from) : format.formatRange(from, to)}</span>;
}
