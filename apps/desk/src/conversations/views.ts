import type { Conversation, Counts, View } from '@madoguchi/contract/conversations.ts';
import type { WordKey } from '../app/locale.tsx';

/** The views in the order of work: what waits for anybody, what waits for me, then the rest. `key` follows `g`. */
export const views = [
  { name: 'new', word: 'view.new', key: 'n' },
  { name: 'mine', word: 'view.mine', key: 'm' },
  { name: 'due', word: 'view.due', key: 'd' },
  { name: 'approval', word: 'view.approval', key: 'v' },
  { name: 'all', word: 'view.all', key: 'a' },
  { name: 'bot', word: 'view.bot', key: 'b' },
  { name: 'waiting', word: 'view.waiting', key: 'w' },
  { name: 'resolved', word: 'view.resolved', key: 'r' },
  { name: 'following', word: 'view.following', key: 'l' },
  { name: 'snoozed', word: 'view.snoozed', key: 'z' },
  { name: 'spam', word: 'view.spam', key: 'x' },
] as const satisfies readonly { name: View; word: WordKey; key: string }[];

/** Whose turn a conversation stands at, or `progress`: open, and an agent has acted. The server derives the same in its table. */
function placeOf({
  status,
  handledBy,
  agentActed,
}: Conversation): Exclude<View, 'mine' | 'due' | 'all' | 'snoozed' | 'following' | 'approval'> | 'progress' {
  if (status === 'waiting') return 'waiting';
  if (status === 'resolved' || status === 'closed') return 'resolved';
  if (handledBy === 'bot') return 'bot';
  return agentActed ? 'progress' : 'new';
}

/** This machine's clock may run behind the one that said that a promise is in danger. */
const SKEW_MS = 60_000;

/** Whether a conversation, as it is now, stands in a view: the same question the server's list answers. `now` in milliseconds since 1970. */
export function isInView(view: View, conversation: Conversation, myId: string, now = Date.now()): boolean {
  if (conversation.spam || view === 'spam') return view === 'spam' && conversation.spam !== null && !conversation.mergedInto;
  if (conversation.mergedInto) return false;
  if (view === 'all') return true;
  if (view === 'approval') return conversation.awaitsApproval;
  if (view === 'following') return conversation.followerIds.includes(myId);
  if (view === 'due') return conversation.due !== null && Date.parse(conversation.due.warnAt) <= now + SKEW_MS;
  if (conversation.snoozed || view === 'snoozed') return view === 'snoozed' && conversation.snoozed !== null;
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
