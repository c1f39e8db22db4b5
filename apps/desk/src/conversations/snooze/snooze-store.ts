import { makeStore } from '../../ui/store.ts';

/** The conversation whose snooze menu was asked for by key or palette. */
export const snoozeAsks = makeStore<{ conversationId: string } | null>(null);

export const askSnooze = (conversationId: string): void => snoozeAsks.set({ conversationId });
