import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { readOwn, writeOwn } from '../app/own-storage.ts';
import { makeStore, useStore } from '../ui/store.ts';
import { type Seen, withSeen } from './seen.ts';

const storageName = 'seen';

function load(): Seen {
  try {
    const parsed: unknown = JSON.parse(readOwn(storageName) ?? '[]');
    return new Map(Array.isArray(parsed) ? (parsed as [string, number][]) : []);
  } catch {
    return new Map();
  }
}

const seenStore = makeStore<Seen>(load());

/** Up to which message this agent has read a conversation on this machine; 0 when never opened. */
export const seenSeq = (conversationId: string): number => seenStore.get().get(conversationId) ?? 0;

export function rememberSeen(conversationId: string, seq: number): void {
  const next = withSeen(seenStore.get(), conversationId, seq);
  if (next === seenStore.get()) return;
  seenStore.set(next);
  writeOwn(storageName, JSON.stringify([...next]));
}

/** Whether the customer said something that this agent has not seen yet. */
export function useUnread(conversation: Conversation): boolean {
  const seen = useStore(seenStore, (now) => now.get(conversation.id) ?? 0);
  return conversation.waitingSince !== null && conversation.handledBy === 'human' && conversation.lastSeq > seen;
}
