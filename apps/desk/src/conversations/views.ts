import type { Conversation, Counts, View } from '@madoguchi/contract/conversations.ts';
import type { WordKey } from '../app/locale.tsx';

/** The views in the order of work: what waits for anybody, what waits for me, then the rest. `key` follows `g`. */
export const views = [
  { name: 'new', word: 'view.new', key: 'n' },
  { name: 'mine', word: 'view.mine', key: 'm' },
  { name: 'all', word: 'view.all', key: 'a' },
  { name: 'bot', word: 'view.bot', key: 'b' },
  { name: 'waiting', word: 'view.waiting', key: 'w' },
  { name: 'resolved', word: 'view.resolved', key: 'r' },
] as const satisfies readonly { name: View; word: WordKey; key: string }[];

/** Whose turn a conversation stands at, or `progress`: open, and an agent has acted. The server derives the same in its table. */
function placeOf({ status, handledBy, agentActed }: Conversation): Exclude<View, 'mine' | 'all'> | 'progress' {
  if (status === 'waiting') return 'waiting';
  if (status === 'resolved' || status === 'closed') return 'resolved';
  if (handledBy === 'bot') return 'bot';
  return agentActed ? 'progress' : 'new';
}

/** Whether a conversation, as it is now, stands in a view: the same question the server's list answers. */
export function isInView(view: View, conversation: Conversation, myId: string): boolean {
  if (view === 'all') return true;
  if (view === 'mine')
    return conversation.status === 'open' && conversation.handledBy === 'human' && conversation.assignee.agent?.id === myId;
  return placeOf(conversation) === view;
}

/** What a view's badge shows: nothing for zero, and no number that nobody could count. */
export function countLabel(counts: Counts | undefined, view: View): string {
  const count = counts?.[view] ?? 0;
  if (count === 0) return '';
  return count > 999 ? '999+' : String(count);
}
