import type { Locale } from '@madoguchi/contract/common.ts';
import type { Moment, PortalWorkspace } from '../models.ts';
import type { Words } from '../words.ts';
import { momentText } from './time.ts';

/** How long a reply usually takes, in the largest whole unit. */
export function durationText(t: Words, minutes: number): string {
  if (minutes < 60) return t('duration.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('duration.hours', { count: Math.round(minutes / 60) });
  return t('duration.days', { count: Math.round(minutes / (24 * 60)) });
}

/** When a person will answer what is sent now. */
export function waitingText(t: Words, { hours, replyMinutes }: PortalWorkspace, now: Moment, locale: Locale): string {
  if (hours.open) return t('waiting.open', { time: durationText(t, replyMinutes) });
  if (!hours.opensAt) return t('waiting.closed_unknown');
  // Who reads Japanese knows which clock a Japanese shop goes by; others need to be told.
  const zone = locale === 'ja' ? undefined : 'short';
  return t('waiting.closed', { time: momentText(hours.opensAt, { now, locale, timezone: hours.timezone }, zone) });
}
