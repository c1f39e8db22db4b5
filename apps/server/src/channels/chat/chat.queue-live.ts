import type { ChatConversation } from '@madoguchi/contract/chat.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { presentChat } from './chat.present.ts';
import type { QueueBoards } from './chat.queue.ts';

/** Somebody whose messenger is open. `told`: the conversation they were last told a place in, with that place. */
export type QueueVisitor = { customerId: string; told: { conversationId: string; place: string } | null };

type Deps<V> = {
  boards: QueueBoards;
  /** Everybody connected on an inbox's pages. */
  visitorsOf: (inboxId: string) => Iterable<V>;
  tell: (visitor: V, conversation: ChatConversation) => void;
  /** A conversation as it is now, behind the visitor's own fence; null when it is gone. */
  look: (visitor: V, conversationId: string) => Promise<ChatConversation | null>;
  onError: (error: Error) => void;
  /** Between two readings of one queue. */
  everyMs?: number;
};

/** Facts after which somebody may have joined a queue, left it or moved up. */
const QUEUE_FACTS = new Set([
  'conversation.opened',
  'conversation.reopened',
  'conversation.handed_off',
  'conversation.assigned',
  'conversation.resolved',
  'conversation.closed',
  'conversation.awaits_customer',
  'message.held',
]);
const changesQueue = ({ name, data }: Pick<LoggedFact, 'name' | 'data'>): boolean =>
  QUEUE_FACTS.has(name) || (name === 'message.received' && (data as { handledBy?: string }).handledBy === 'human');

/** What everybody in a queue has in common. */
const IN_QUEUE = { status: 'open', handled_by: 'human' };

/** A place as it is compared: the same words, the same place. */
export const placeKey = ({ queue }: ChatConversation): string | null => queue && JSON.stringify(queue);

/**
 * Tells those who wait with an open messenger when their place changes. However much happens, a queue is read at most once in `everyMs`,
 * and only while somebody is connected on its inbox; told is only who is told something new.
 */
export function queueTeller<V extends QueueVisitor>({ boards, visitorsOf, tell, look, onError, everyMs = 2000 }: Deps<V>) {
  type Turn = { workspaceId: string; again: boolean; timer: NodeJS.Timeout | null };
  const turns = new Map<string, Turn>();

  const anybody = (inboxId: string) => {
    for (const _visitor of visitorsOf(inboxId)) return true;
    return false;
  };

  function noteFacts(facts: readonly Pick<LoggedFact, 'name' | 'data' | 'workspace_id' | 'inbox_id'>[]): void {
    for (const fact of facts) if (fact.inbox_id && changesQueue(fact)) due(fact.workspace_id, fact.inbox_id);
  }

  /** At once after a quiet while; else when the pause after the last reading is over. */
  function due(workspaceId: string, inboxId: string): void {
    const turn = turns.get(inboxId);
    if (turn) turn.again = true;
    else if (anybody(inboxId)) void take(workspaceId, inboxId);
  }

  async function take(workspaceId: string, inboxId: string): Promise<void> {
    const turn: Turn = { workspaceId, again: false, timer: null };
    turns.set(inboxId, turn);
    await tellInbox(workspaceId, inboxId).catch(onError);
    if (turns.get(inboxId) !== turn) return;
    turn.timer = setTimeout(() => {
      turns.delete(inboxId);
      if (turn.again) due(workspaceId, inboxId);
    }, everyMs);
    turn.timer.unref();
  }

  async function tellInbox(workspaceId: string, inboxId: string): Promise<void> {
    const { byCustomer } = await boards.readAnew({ workspaceId, inboxId });
    for (const visitor of [...visitorsOf(inboxId)]) {
      const queued = byCustomer.get(visitor.customerId);
      if (queued) {
        const conversation = presentChat({ ...queued.row, ...IN_QUEUE }, queued.queue);
        if (visitor.told?.place !== placeKey(conversation) || visitor.told.conversationId !== conversation.id) tell(visitor, conversation);
      } else if (visitor.told) {
        // They left the queue without a fact of their own to tell them so: an agent of theirs is answering.
        const now = await look(visitor, visitor.told.conversationId);
        if (now) tell(visitor, now);
      }
    }
  }

  return {
    noteFacts,
    /** Tells somebody who has just connected, if they wait. */
    async welcome(visitor: V, inbox: { workspaceId: string; inboxId: string }): Promise<void> {
      const board = await boards.read(inbox).catch(onError);
      const queued = board?.byCustomer.get(visitor.customerId);
      if (queued && !visitor.told) tell(visitor, presentChat({ ...queued.row, ...IN_QUEUE }, queued.queue));
    },
    stop: () => {
      for (const { timer } of turns.values()) if (timer) clearTimeout(timer);
      turns.clear();
    },
  };
}
