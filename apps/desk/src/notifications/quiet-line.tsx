import { queryOptions, useQuery } from '@tanstack/react-query';
import { getNotificationSettings } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { agoOrDate } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import css from './notifications.module.css';

export const ownSettingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: () => call(getNotificationSettings, {}),
  staleTime: 60_000,
});

/** That nothing rings now, and until when. */
export function QuietLine() {
  const t = useWords();
  const reader = useReader();
  const { data } = useQuery(ownSettingsQuery);
  if (!data?.quietUntil) return null;
  return <p className={css.quiet}>{t('bell.quiet', { time: agoOrDate(data.quietUntil, Date.now(), reader) })}</p>;
}
