import type { PromiseClock } from '@madoguchi/contract/promises.ts';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconPlayerPause } from '@tabler/icons-react';
import type { Words } from '../../app/locale.tsx';
import { fullTime, type Reader } from '../../ui/time.ts';

export const clockIcons = {
  met: IconCheck,
  breached: IconAlertTriangle,
  paused: IconPlayerPause,
  open: IconClock,
  ended: IconMinus,
} as const;

/** How a promise went, or how it stands. */
export function clockLook({ metAt, breachedAt, paused, dueAt }: PromiseClock): keyof typeof clockIcons {
  if (breachedAt) return 'breached';
  if (metAt) return 'met';
  if (paused) return 'paused';
  return dueAt ? 'open' : 'ended';
}

/** Its state in a few words. */
export function clockWords(t: Words, { metAt, breachedAt, paused, dueAt }: PromiseClock, reader: Reader): string {
  if (breachedAt && metAt) return t('due.state_late', { time: fullTime(metAt, reader) });
  if (breachedAt) return t('due.state_breached', { time: fullTime(breachedAt, reader) });
  if (metAt) return t('due.state_met', { time: fullTime(metAt, reader) });
  if (paused) return t('due.state_paused');
  return dueAt ? t('due.state_open', { time: fullTime(dueAt, reader) }) : t('due.state_ended');
}
