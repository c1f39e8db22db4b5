import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import type { LiveFrame } from '@madoguchi/contract/live.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../app/me.ts';
import { healthQuery } from '../channels/channels.queries.ts';
import { forgetLine } from '../conversations/composer/line-store.ts';
import { putIntoLists } from '../conversations/conversations.cache.ts';
import { keys } from '../conversations/conversations.queries.ts';
import { applyRoutingFact, renewRouting } from '../routing/apply-routing-fact.ts';
import { type FactFrame, foldIntoDetail } from './fold-frame.ts';
import { liveStore } from './live-store.ts';

/** Counts are asked for at most this often while facts pour in. */
const COUNTS_EVERY_MS = 800;
let countsTimer: ReturnType<typeof setTimeout> | undefined;

function renewCountsSoon(client: QueryClient): void {
  if (countsTimer !== undefined) return;
  countsTimer = setTimeout(() => {
    countsTimer = undefined;
    void client.invalidateQueries({ queryKey: keys.counts });
  }, COUNTS_EVERY_MS);
}

/** What changes where a customer can be answered. */
const movesLine = new Set(['message.received', 'conversation.line_added', 'conversation.line_removed', 'message.failed', 'message.sent']);
const changesAddresses = new Set(['conversation.line_added', 'conversation.line_removed']);

/** What puts words elsewhere: the frame has only one of the two conversations, and none of the words. */
const movesWords = new Set(['conversation.merged', 'conversation.unmerged', 'conversation.split', 'conversation.unsplit']);

function applyFact(client: QueryClient, frame: FactFrame): void {
  const { conversation, fact } = frame;
  if (fact.name.startsWith('inbox.')) {
    void client.invalidateQueries({ queryKey: healthQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['inboxes'] });
  }
  applyRoutingFact(client, fact);
  if (!conversation) return;
  client.setQueryData<ConversationDetail>(keys.one(conversation.id), (detail) => detail && foldIntoDetail(detail, frame));
  if (movesLine.has(fact.name)) void client.invalidateQueries({ queryKey: keys.lines(conversation.id) });
  // The address that came or went with the line is not in the frame.
  if (changesAddresses.has(fact.name)) void client.invalidateQueries({ queryKey: keys.one(conversation.id) });
  if (movesWords.has(fact.name)) {
    void client.invalidateQueries({ queryKey: keys.one(conversation.id) });
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: ['conversations', 'of-customer'] });
  }
  const myId = client.getQueryData(meQuery.queryKey)?.agent.id ?? '';
  if (fact.name === 'message.unscheduled' && frame.message?.author.id === myId) void giveBack(frame.message, conversation.number);
  if (fact.name === 'message.sent' && frame.message?.author.id === myId) forgetLine(conversation.id);
  putIntoLists(client, conversation, myId);
  renewCountsSoon(client);
}

/** Drafts are the composer's, which the live connection does without until then. */
const giveBack = async (message: Message, number: number) =>
  (await import('../conversations/later/give-back.ts')).giveBack(message, number);

/** Brings what is in memory up to what a frame says. Rows come in the frame, so nothing is asked for but the counts. */
export function applyFrame(client: QueryClient, frame: LiveFrame): void {
  switch (frame.type) {
    case 'ready':
      if (frame.refetch) void client.invalidateQueries();
      else renewRouting(client);
      break;
    case 'fact':
      applyFact(client, frame);
      break;
    case 'presence': {
      const { type: _type, ...presence } = frame;
      liveStore.set((live) => ({ ...live, presence: { ...live.presence, [presence.conversationId]: presence } }));
      break;
    }
    case 'online':
      liveStore.set((live) => ({ ...live, onlineAgentIds: frame.agentIds }));
      break;
  }
}
