import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import type { Message } from '@madoguchi/contract/messages.ts';

type Dated = { id: string; at: string };

/** Both lists as one, oldest first; of two rows with one id the newer list's wins. */
export function joinById<T extends Dated>(older: readonly T[], newer: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const item of [...older, ...newer]) byId.set(item.id, item);
  return [...byId.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** Like `joinById`, in the order of the conversation itself. */
export function joinMessages(older: readonly Message[], newer: readonly Message[]): Message[] {
  const byId = new Map<string, Message>();
  for (const message of [...older, ...newer]) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * What was on screen before and what the server says now. Earlier messages stay only when the fresh page reaches back to them:
 * a hole in the middle of a conversation would be worse than having to scroll again.
 */
export function joinDetail(before: ConversationDetail | undefined, fresh: ConversationDetail): ConversationDetail {
  const first = fresh.messages[0];
  if (!before || !first || !before.messages.some((message) => message.id === first.id)) return fresh;
  const reachesFurther = (before.messages[0]?.seq ?? first.seq) < first.seq;
  return {
    ...fresh,
    messages: joinMessages(
      before.messages.filter((message) => message.seq < first.seq),
      fresh.messages,
    ),
    facts: joinById(before.facts, fresh.facts),
    botSteps: joinById(before.botSteps, fresh.botSteps),
    hasEarlier: reachesFurther ? before.hasEarlier : fresh.hasEarlier,
  };
}
