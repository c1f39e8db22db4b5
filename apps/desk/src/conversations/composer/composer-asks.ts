import { makeStore } from '../../ui/store.ts';
import type { Mode } from './draft.ts';

type Ask = { conversationId: string; mode: Mode; focus: boolean };

/** What the composer of a conversation is to be opened for; taken away by the composer that does it. */
export const composerAsks = makeStore<Ask | null>(null);

/** Turns the composer of a conversation, also of one that is only about to open. `focus`: to write at once. */
export const askComposer = (conversationId: string, mode: Mode, focus = true): void => composerAsks.set({ conversationId, mode, focus });
