import { makeStore, useStore } from '../../../ui/store.ts';

/** Findings that an agent looked at and let be, per conversation, for as long as the window is open. */
const accepted = makeStore<Readonly<Record<string, readonly string[]>>>({});

const none: readonly string[] = [];

export const acceptedIn = (conversationId: string): readonly string[] => accepted.get()[conversationId] ?? none;
export const useAccepted = (conversationId: string): readonly string[] => useStore(accepted, () => acceptedIn(conversationId));
export const accept = (conversationId: string, names: readonly string[]): void =>
  accepted.set((now) => ({ ...now, [conversationId]: [...acceptedIn(conversationId), ...names] }));
/** A reply went out: the next one is looked over anew. */
export const forgetAccepted = (conversationId: string): void => accepted.set(({ [conversationId]: _gone, ...rest }) => rest);
