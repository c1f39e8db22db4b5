import { type OwnNotificationSettings, pauseNotifications } from '@madoguchi/contract/notifications.ts';
import { Button } from '@mantine/core';
import { IconBellOff, IconBellRinging } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { agoOrDate } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { keepOwn } from './notification-settings.queries.ts';
import css from './notifications-section.module.css';

const HOUR_IN_MINUTES = 60;

/** Whether it rings now; an hour of quiet, and its end. */
export function PauseLine({ own }: { own: OwnNotificationSettings }) {
  const t = useAdminWords();
  const reader = useReader();
  const pausing = useMutation({
    mutationFn: (minutes: number) => call(pauseNotifications, { body: { minutes } }),
    onSuccess: keepOwn,
  });
  const timeOf = (at: string) => agoOrDate(at, Date.now(), reader);
  const isPaused = own.pausedUntil !== null;
  return (
    <div className={css.pause}>
      <p className={css.state} role="status">
        {own.pausedUntil
          ? t('notify.paused', { time: timeOf(own.pausedUntil) })
          : own.quietUntil && t('notify.quiet_now', { time: timeOf(own.quietUntil) })}
      </p>
      <Button
        variant="default"
        leftSection={isPaused ? <IconBellRinging size={16} stroke={1.6} /> : <IconBellOff size={16} stroke={1.6} />}
        loading={pausing.isPending}
        onClick={() => pausing.mutate(isPaused ? 0 : HOUR_IN_MINUTES)}
      >
        {t(isPaused ? 'notify.resume' : 'notify.pause')}
      </Button>
    </div>
  );
}
