import type { NotificationSettings } from '@madoguchi/contract/notifications.ts';
import { type Faults, noFaults } from '../../admin/faults.ts';

export type Settings = NotificationSettings;

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time that was wiped from its field is none. */
export function settingsFaults({ mail, hours }: Settings): Faults {
  const faults: Record<string, { word: 'notify.no_time' }> = {};
  if (mail.how === 'daily' && !clock.test(mail.at)) faults['mail.at'] = { word: 'notify.no_time' };
  if (hours.on && !clock.test(hours.from)) faults['hours.from'] = { word: 'notify.no_time' };
  if (hours.on && !clock.test(hours.to)) faults['hours.to'] = { word: 'notify.no_time' };
  return Object.keys(faults).length > 0 ? faults : noFaults;
}
