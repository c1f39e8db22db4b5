import type { CalendarPreview as Preview } from '@madoguchi/contract/calendars.ts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useSettled } from '../../admin/use-settled.ts';
import { useLocale } from '../../app/locale.tsx';
import { fullTime } from '../../ui/time.ts';
import css from './calendar-preview.module.css';
import { previewQuery } from './calendars.queries.ts';
import { dayWord, shortDays } from './day-words.ts';
import { type HoursValues, hoursFaults, hoursOf } from './hours-values.ts';

const PAUSE_MS = 400;

/** What the hours on screen mean for the coming weeks, by the rule that counts on the server. */
export function CalendarPreview({ values, timezone }: { values: HoursValues; timezone: string }) {
  const t = useAdminWords();
  const faulty = Object.keys(hoursFaults(values)).length > 0;
  const settled = useSettled(faulty ? null : JSON.stringify(hoursOf(values)), PAUSE_MS);
  const query = useQuery({ ...previewQuery(settled === null ? null : JSON.parse(settled), timezone), enabled: settled !== null });
  return (
    <Section title={t('hours.preview')} text={t('hours.preview_text')}>
      {query.isError || faulty ? (
        <p className={css.fails}>{t('hours.preview_fails')}</p>
      ) : query.data ? (
        <>
          <Now preview={query.data} timezone={timezone} />
          <Weeks days={query.data.days} />
        </>
      ) : (
        <Skeleton height={340} radius="md" />
      )}
    </Section>
  );
}

function Now({ preview: { openNow, closesAt, nextOpening }, timezone }: { preview: Preview; timezone: string }) {
  const t = useAdminWords();
  const reader = { locale: useLocale(), zone: timezone };
  const words = openNow
    ? closesAt
      ? t('hours.open_until', { time: fullTime(closesAt, reader) })
      : t('hours.open_now')
    : nextOpening
      ? t('hours.opens_at', { time: fullTime(nextOpening, reader) })
      : t('hours.never_opens');
  return (
    <p className={css.now} data-open={openNow || undefined} role="status">
      {words}
    </p>
  );
}

function Weeks({ days }: { days: Preview['days'] }) {
  const t = useAdminWords();
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const because = ({ because: why }: Preview['days'][number]) => {
    if (!why) return null;
    if (why.name) return why.name;
    return t(why.kind === 'open_date' ? 'hours.preview_because_open_date' : 'hours.preview_because_date');
  };
  const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (
    <ol className={css.weeks}>
      {days.map((day, index) => (
        <li
          key={day.date}
          className={css.day}
          data-closed={day.ranges.length === 0 || undefined}
          data-special={day.because?.kind}
          style={index === 0 ? ({ '--column': weekday(day.date) + 1 } as CSSProperties) : undefined}
        >
          <span className={css.date}>
            {format.format(new Date(`${day.date}T00:00:00Z`))} {t(dayWord(shortDays, weekday(day.date)))}
          </span>
          {day.ranges.length === 0 ? (
            <span className={css.range}>{t('hours.preview_closed')}</span>
          ) : (
            day.ranges.map(({ from, to }) => (
              <span key={from} className={css.range}>
                {from}–{to}
              </span>
            ))
          )}
          {because(day) && <span className={css.because}>{because(day)}</span>}
        </li>
      ))}
    </ol>
  );
}
