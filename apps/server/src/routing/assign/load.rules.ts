// Pure: what counts as work at hand.
import type { Capacity, ChannelClass } from '../routing.types.ts';

const MINUTE_IN_MS = 60_000;
/** A chat that was just answered goes on in a moment: for so long after the last word it is work still. */
export const CHAT_LINGERS_MS = 10 * MINUTE_IN_MS;

const CLASSES: Readonly<Record<string, ChannelClass>> = { chat: 'chats', call: 'calls', phone: 'calls' };

/** Which of an agent's capacities a conversation on a channel takes: whoever waits in a browser's window, on the phone, or for mail. */
export const classOf = (channel: string): ChannelClass => CLASSES[channel] ?? 'messages';

/** Whether a conversation that an agent has takes room: while it is our turn, and a chat a little longer. */
export function takesRoom(one: { kind: ChannelClass; status: string; lastActivityAt: Date }, now: Date): boolean {
  if (one.status === 'open') return true;
  return one.status === 'waiting' && one.kind === 'chats' && now.getTime() - one.lastActivityAt.getTime() < CHAT_LINGERS_MS;
}

export const noLoad = (): Capacity => ({ chats: 0, messages: 0, calls: 0 });
