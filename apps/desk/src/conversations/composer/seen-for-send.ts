import type { Message } from '@madoguchi/contract/messages.ts';

/**
 * The last message an agent can be held to have seen when sending. Beyond what was really on screen it goes on over the customer's
 * messages and the agent's own (neither makes a double reply) and stops before the first answer of a colleague or the bot.
 */
export function seenForSend(
  messages: readonly Pick<Message, 'seq' | 'kind' | 'author' | 'delivery'>[],
  seenSeq: number,
  myId: string,
): number {
  let seen = seenSeq;
  for (const { seq, kind, author, delivery } of messages) {
    if (seq <= seen) continue;
    const answers =
      kind === 'message' && (author.kind === 'bot' || (author.kind === 'agent' && author.id !== myId)) && delivery !== 'withdrawn';
    if (answers) break;
    seen = seq;
  }
  return seen;
}
