import { makeStore, useStore } from '../../ui/store.ts';

/** What is open beside a conversation: one side conversation, or the form of a new one. */
type Open = { conversationId: string; what: 'new' | (string & {}) };
const sideStore = makeStore<Open | null>(null);

export const openSide = (conversationId: string, what: Open['what']): void => sideStore.set({ conversationId, what });
export const closeSide = (): void => sideStore.set(null);

/** What is open beside this conversation; null for nothing. */
export const useOpenSide = (conversationId: string): string | null =>
  useStore(sideStore, (open) => (open?.conversationId === conversationId ? open.what : null));
