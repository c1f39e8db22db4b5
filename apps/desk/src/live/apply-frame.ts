import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import type { LiveFrame } from '@madoguchi/contract/live.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../app/me.ts';
import { healthQuery } from '../channels/channels.queries.ts';
import { forgetLine } from '../conversations/composer/line-store.ts';
import { putIntoLists, takeOffLists } from '../conversations/conversations.cache.ts';
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

/** What checks off steps, or fills in what is one. */
const movesProcedure = (name: string) =>
  name.startsWith('conversation.procedure_') || name.startsWith('conversation.step_') || name === 'conversation.field_set';

/** Of a linked conversation its state is shown, too. */
const changesLinks = new Set([
  'conversation.linked',
  'conversation.unlinked',
  'conversation.resolved',
  'conversation.closed',
  'conversation.reopened',
]);

function applyFact(client: QueryClient, frame: FactFrame): void {
  const { conversation, fact } = frame;
  if (fact.name.startsWith('inbox.')) {
    void client.invalidateQueries({ queryKey: healthQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['inboxes'] });
  }
  applyRoutingFact(client, fact);
  if (!conversation) return;
  if (liveStore.get().lost.has(conversation.id)) found(client, conversation.id);
  client.setQueryData<ConversationDetail>(keys.one(conversation.id), (detail) => detail && foldIntoDetail(detail, frame));
  if (movesLine.has(fact.name)) void client.invalidateQueries({ queryKey: keys.lines(conversation.id) });
  // The address that came or went with the line is not in the frame.
  if (changesAddresses.has(fact.name)) void client.invalidateQueries({ queryKey: keys.one(conversation.id) });
  if (movesProcedure(fact.name)) void client.invalidateQueries({ queryKey: keys.procedure(conversation.id) });
  if (fact.name.startsWith('reply.') || fact.name === 'message.received' || fact.name === 'message.withdrawn')
    void client.invalidateQueries({ queryKey: keys.approvals(conversation.id) });
  if (changesLinks.has(fact.name)) void client.invalidateQueries({ queryKey: ['conversations', 'related'] });
  if (fact.name.startsWith('whisper.')) void client.invalidateQueries({ queryKey: keys.whispers(conversation.id) });
  if (fact.name.startsWith('side_conversation.')) void client.invalidateQueries({ queryKey: keys.sides(conversation.id) });
  if (movesWords.has(fact.name)) {
    void client.invalidateQueries({ queryKey: keys.one(conversation.id) });
    void client.invalidateQueries({ queryKey: keys.whispers(conversation.id) });
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: ['conversations', 'of-customer'] });
  }
  const myId = client.getQueryData(meQuery.queryKey)?.agent.id ?? '';
  if (fact.name === 'message.unscheduled' && frame.message?.author.id === myId) void giveBack(frame.message, conversation.number);
  if (fact.name === 'reply.returned' && fact.data.authorId === myId && frame.message)
    void giveBack(frame.message, conversation.number, 'returned');
  if (fact.name === 'message.sent' && frame.message?.author.id === myId) forgetLine(conversation.id);
  putIntoLists(client, conversation, myId);
  renewCountsSoon(client);
}

/** Drafts are the composer's, which the live connection does without until then. */
const giveBack = async (message: Message, number: number, because: 'customer_wrote' | 'returned' = 'customer_wrote') =>
  (await import('../conversations/later/give-back.ts')).giveBack(message, number, because);

/** Somebody else has it now: it goes off the lists, and what was read of it is forgotten. */
function lose(client: QueryClient, conversationId: string): void {
  takeOffLists(client, conversationId);
  liveStore.set((live) => ({ ...live, lost: new Set([...live.lost, conversationId]) }));
  client.removeQueries({ queryKey: keys.one(conversationId) });
  renewCountsSoon(client);
}

/** It is in sight again. */
function found(client: QueryClient, conversationId: string): void {
  liveStore.set((live) => ({ ...live, lost: new Set([...live.lost].filter((id) => id !== conversationId)) }));
  void client.invalidateQueries({ queryKey: keys.one(conversationId) });
}

/** Brings what is in memory up to what a frame says. Rows come in the frame, so nothing is asked for but the counts. */
export function applyFrame(client: QueryClient, frame: LiveFrame): void {
  switch (frame.type) {
    case 'ready':
      if (frame.refetch) {
        liveStore.set((live) => ({ ...live, lost: new Set() }));
        void client.invalidateQueries();
      } else renewRouting(client);
      break;
    case 'fact':
      applyFact(client, frame);
      break;
    case 'lost':
      lose(client, frame.conversationId);
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
