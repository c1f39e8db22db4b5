import type { Presence } from '../../live/live-store.ts';

export type Busy = 'writes' | 'here' | 'elsewhere' | 'offline';

/** What whoever has a conversation does just now, as far as it can be told. */
export function busyWith(agentId: string, presence: Presence | undefined, online: readonly string[]): Busy {
  const here = presence?.agents.find(({ id }) => id === agentId);
  if (here) return here.typing ? 'writes' : 'here';
  return online.includes(agentId) ? 'elsewhere' : 'offline';
}

type Looking = Presence['agents'][number];

/** Whether somebody only watches: they may whisper, somebody else has it, and they write no reply. */
export const isWatching = ({ id, typing, supervises }: Looking, assigneeId: string | null): boolean =>
  supervises && !typing && assigneeId !== null && assigneeId !== id;
