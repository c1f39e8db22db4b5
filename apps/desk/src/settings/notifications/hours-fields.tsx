import { Chip, Input, Select, Switch, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { dayWord, longDays, shortDays } from '../hours/day-words.ts';
import { timeZones } from '../workspace/time-zones.ts';
import css from './notifications-section.module.css';
import type { Settings } from './settings-values.ts';

type Props = { form: { values: Settings; set: (patch: Partial<Settings>) => void; error: (path: string) => string | undefined } };

/** Days and times outside which nothing rings. */
export function HoursFields({ form: { values, set, error } }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const { timezone } = useMe().workspace;
  const { hours } = values;
  const change = (patch: Partial<Settings['hours']>) => set({ hours: { ...hours, ...patch } });
  return (
    <Section title={t('notify.hours')} text={t('notify.hours_text')}>
      <div className={css.fields}>
        <Switch checked={hours.on} onChange={(event) => change({ on: event.currentTarget.checked })} label={t('notify.hours_on')} />
        {hours.on && (
          <>
            <Input.Wrapper label={t('notify.days')} labelElement="div">
              <Chip.Group multiple value={hours.days.map(String)} onChange={(days) => change({ days: days.map(Number).sort() })}>
                <div className={css.days}>
                  {[0, 1, 2, 3, 4, 5, 6].map((day) => (
                    <Chip key={day} value={String(day)} size="sm" aria-label={t(dayWord(longDays, day))}>
                      {t(dayWord(shortDays, day))}
                    </Chip>
                  ))}
                </div>
              </Chip.Group>
              {hours.days.length === 0 && <p className={css.hint}>{t('notify.no_days')}</p>}
            </Input.Wrapper>
            <div className={css.times}>
              <TextInput
                type="time"
                className={css.time}
                label={t('notify.from')}
                value={hours.from}
                error={error('hours.from')}
                onChange={(event) => change({ from: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                className={css.time}
                label={t('notify.to')}
                value={hours.to}
                error={error('hours.to')}
                onChange={(event) => change({ to: event.currentTarget.value })}
              />
            </div>
            {hours.to <= hours.from && hours.to !== '' && <p className={css.hint}>{t('notify.past_midnight', { to: hours.to })}</p>}
          </>
        )}
        {(hours.on || values.mail.how === 'daily') && (
          <Select
            searchable
            label={t('notify.timezone')}
            value={values.timezone ?? ''}
            onChange={(zone) => set({ timezone: zone || null })}
            data={[{ value: '', label: t('notify.timezone_own', { zone: timezone }) }, ...timeZones(locale, values.timezone ?? timezone)]}
          />
        )}
      </div>
    </Section>
  );
}
