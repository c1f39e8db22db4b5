import { makeStore } from '../../ui/store.ts';

/** Set anew each time the picker of a conversation is asked for by key or palette. */
export const assigneeAsks = makeStore<{ conversationId: string } | null>(null);

export const askAssignee = (conversationId: string): void => assigneeAsks.set({ conversationId });
