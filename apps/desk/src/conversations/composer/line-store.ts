import { makeStore, useStore } from '../../ui/store.ts';

/**
 * Which line was picked for the next reply, per conversation. It holds through the undo period, so that a reply that is taken back goes out the same way;
 * it is forgotten once the reply is out, for then that line is the one in use.
 */
const picked = makeStore<Readonly<Record<string, string>>>({});

export const usePickedLine = (conversationId: string): string | undefined => useStore(picked, (now) => now[conversationId]);
export const pickLine = (conversationId: string, key: string): void => picked.set((now) => ({ ...now, [conversationId]: key }));
export const forgetLine = (conversationId: string): void =>
  picked.set((now) => Object.fromEntries(Object.entries(now).filter(([id]) => id !== conversationId)));
