import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { daysOf, partsOf, yearDay, yearDayWords } from './each-year.ts';
import css from './hours-section.module.css';
import type { EachYear } from './hours-values.ts';

const MOST = 20;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Days off that come back each year. The two that nearly every company here has are one press away. */
export function EachYearField({ ranges, onChange }: { ranges: readonly EachYear[]; onChange: (ranges: EachYear[]) => void }) {
  const t = useAdminWords();
  const locale = useLocale();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('08-13');
  const [to, setTo] = useState('08-16');
  const has = (wanted: EachYear) => ranges.some((one) => one.from === wanted.from && one.to === wanted.to);
  const add = (range: EachYear) => {
    if (!has(range)) onChange([...ranges, range]);
    setName('');
  };
  const usual = [
    { label: t('hours.new_year'), range: { name: t('hours.new_year_name'), from: '12-29', to: '01-03' } },
    { label: t('hours.obon'), range: { name: t('hours.obon_name'), from: '08-13', to: '08-16' } },
  ].filter(({ range }) => !has(range));
  return (
    <fieldset className={css.dates}>
      <legend className={css.legend}>{t('hours.each_year')}</legend>
      <p className={css.hint}>{t('hours.each_year_text')}</p>
      {ranges.length > 0 && (
        <ul className={css.runs}>
          {ranges.map((range) => (
            <li key={`${range.from} ${range.to}`} className={css.run}>
              <span>
                {range.name} {yearDayWords(range.from, locale)}〜{yearDayWords(range.to, locale)}
              </span>
              <CloseButton
                size={32}
                aria-label={t('hours.each_year_remove', { name: range.name })}
                onClick={() => onChange(ranges.filter((one) => one !== range))}
              />
            </li>
          ))}
        </ul>
      )}
      {usual.length > 0 && (
        <div className={css.usual}>
          {usual.map(({ label, range }) => (
            <Button
              key={range.from}
              size="compact-md"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => add(range)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <div className={css.newDate}>
        <TextInput
          label={t('hours.each_year_name')}
          placeholder={t('hours.each_year_example')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <YearDay label={t('hours.each_year_from')} value={from} onChange={setFrom} />
        <YearDay label={t('hours.each_year_to')} value={to} onChange={setTo} />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={name.trim() === '' || ranges.length >= MOST || has({ name, from, to })}
          onClick={() => add({ name: name.trim(), from, to })}
        >
          {t('hours.add_date')}
        </Button>
      </div>
    </fieldset>
  );
}

function YearDay({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const t = useAdminWords();
  const locale = useLocale();
  const [month, day] = partsOf(value);
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (
    <fieldset className={css.yearDay}>
      <legend>{label}</legend>
      <NativeSelect
        aria-label={t('hours.each_year_month', { end: label })}
        data={MONTHS.map((one) => ({ value: String(one), label: monthName.format(new Date(Date.UTC(2024, one - 1, 1))) }))}
        value={String(month)}
        onChange={(event) => onChange(yearDay(Number(event.currentTarget.value), day))}
      />
      <NativeSelect
        aria-label={t('hours.each_year_day', { end: label })}
        data={Array.from({ length: daysOf(month) }, (_, index) => ({
          value: String(index + 1),
          label: t('hours.day', { day: index + 1 }),
        }))}
        value={String(day)}
        onChange={(event) => onChange(yearDay(month, Number(event.currentTarget.value)))}
      />
    </fieldset>
  );
}
