import { useWords } from '../app/locale.tsx';

const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time in whole words, given in minutes: 30分, 4時間, 3日. */
export function useDurationWords(): (minutes: number) => string {
  const t = useWords();
  return (minutes) => {
    if (minutes % DAY === 0) return t('macro.days', { count: minutes / DAY });
    if (minutes % HOUR === 0) return t('macro.hours', { count: minutes / HOUR });
    return t('macro.minutes', { count: minutes });
  };
}
