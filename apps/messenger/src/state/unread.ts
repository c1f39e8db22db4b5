import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import type { Said } from './state.ts';

/** A point in everything said: the conversation's number, then the order within it. */
export type Place = { conversation: number; seq: number };

/** Whether `a` comes after `b`. */
export const isAfter = (a: Place, b: Place) => a.conversation > b.conversation || (a.conversation === b.conversation && a.seq > b.seq);

export const isFromCompany = (said: Pick<ChatMessage, 'author'>) => said.author.kind === 'agent' || said.author.kind === 'bot';

/** How many messages from the company came after what the customer saw. Whoever wrote has read what stood above. */
export function countUnread(said: Said[], seen: Place): number {
  const own = said.findLast((one) => one.author.kind === 'customer');
  return said.filter((one) => isFromCompany(one) && isAfter(one, seen) && (!own || isAfter(one, own))).length;
}

export function readPlace(text: string | null): Place {
  const [conversation, seq] = (text ?? '').split(':').map(Number);
  return { conversation: conversation || 0, seq: seq || 0 };
}

export const writePlace = (place: Place) => `${place.conversation}:${place.seq}`;
