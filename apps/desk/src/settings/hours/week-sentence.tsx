import { useAdminWords } from '../../admin/admin-words.ts';
import { dayWord, shortDays } from './day-words.ts';
import type { HoursValues } from './hours-values.ts';
import { type Stretch, stretchesOf } from './week-summary.ts';

/** The week as one sentence, so that a slip is seen at once. */
export function WeekSentence({ values, timezone }: { values: HoursValues; timezone: string }) {
  const t = useAdminWords();
  const day = (index: number) => t(dayWord(shortDays, index));
  const daysOf = ({ first, last }: Stretch) => {
    if (first === last) return day(first);
    return t(last === first + 1 ? 'hours.two_days' : 'hours.days', { first: day(first), last: day(last) });
  };
  const say = (stretch: Stretch) => {
    const hours =
      stretch.ranges.length > 0
        ? stretch.ranges.map(({ from, to }) => t('hours.range', { from, to })).join(t('hours.and'))
        : t('hours.closed_then');
    return t('hours.stretch', { days: daysOf(stretch), hours });
  };
  return (
    <>
      {stretchesOf(values.days).map(say).join(t('hours.joint'))}
      {t('hours.in_zone', { timezone })}
    </>
  );
}
