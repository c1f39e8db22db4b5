import { readOwn, writeOwn } from '../../app/own-storage.ts';
import { makeStore, useStore } from '../../ui/store.ts';
import type { Draft, Mode } from './draft.ts';
import type { Via } from './line-choice.ts';

/** Something that was sent but of which the server has not said yet that it has it. */
export type Outgoing = {
  /** The idempotency key: sending again is the same write. */
  key: string;
  conversationId: string;
  mode: Mode;
  /** Whom a whisper is for. */
  to?: string | undefined;
  draft: Draft;
  seenSeq: number;
  thenStatus: 'waiting' | 'resolved';
  /** The line the agent picked; without one the server takes the one in use. */
  via?: Via | undefined;
  /** When it is to go out (ISO 8601), and whether a word of the customer's takes it back. */
  later?: { at: string; unlessReply: boolean } | undefined;
  at: string;
  /** unsent: no answer came; tried again when the connection is back */
  state: 'sending' | 'unsent';
};

const storageName = 'outbox';

function load(): readonly Outgoing[] {
  try {
    const stored: unknown = JSON.parse(readOwn(storageName) ?? '[]');
    // Whatever was on its way when the page went away has no answer: it is tried again.
    return Array.isArray(stored) ? (stored as Outgoing[]).map((one) => ({ ...one, state: 'unsent' })) : [];
  } catch {
    return [];
  }
}

export const outbox = makeStore<readonly Outgoing[]>(load());
outbox.subscribe(() => writeOwn(storageName, outbox.get().length > 0 ? JSON.stringify(outbox.get()) : null));

export const putOutgoing = (one: Outgoing): void => outbox.set((now) => [...now.filter(({ key }) => key !== one.key), one]);
export const dropOutgoing = (key: string): void => outbox.set((now) => now.filter((one) => one.key !== key));

const none: readonly Outgoing[] = [];
let cache: { all: readonly Outgoing[]; byId: Map<string, readonly Outgoing[]> } = { all: none, byId: new Map() };

/** What is on its way in one conversation, oldest first. */
function ofConversation(all: readonly Outgoing[], conversationId: string): readonly Outgoing[] {
  if (cache.all !== all) cache = { all, byId: new Map() };
  const known = cache.byId.get(conversationId);
  if (known) return known;
  const found = all.filter((one) => one.conversationId === conversationId);
  cache.byId.set(conversationId, found.length > 0 ? found : none);
  return cache.byId.get(conversationId)!;
}

export const useOutgoing = (conversationId: string): readonly Outgoing[] => useStore(outbox, (all) => ofConversation(all, conversationId));
