import type { Presence, PresenceReason } from '@madoguchi/contract/routing.ts';
import type { Words } from '../app/locale.tsx';

type Standing = Pick<Presence, 'state' | 'reasonId' | 'automatic'>;

/** How a presence is called: the workspace's own word for a reason. */
export function presenceWord(t: Words, { state, reasonId, automatic }: Standing, reasons: readonly PresenceReason[]): string {
  if (state === 'reason') return reasons.find(({ id }) => id === reasonId)?.name ?? t('presence.reason_gone');
  if (state === 'away') return t(automatic ? 'presence.away_automatic' : 'presence.away');
  return t(state === 'off' ? 'presence.off' : 'presence.available');
}

/** How a presence looks: available, busy for a reason, or gone. A shape goes with each color. */
export type PresenceLook = 'available' | 'busy' | 'gone';
export const presenceLook = ({ state }: Pick<Presence, 'state'>): PresenceLook =>
  state === 'available' ? 'available' : state === 'reason' ? 'busy' : 'gone';
