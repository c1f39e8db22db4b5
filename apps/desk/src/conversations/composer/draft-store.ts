import { ownName, readOwn, writeOwn } from '../../app/own-storage.ts';
import { makeStore, useStore } from '../../ui/store.ts';
import { type Draft, draftKey, isEmptyDraft, type Mode, putBack, readDraft, writeDraft } from './draft.ts';

const drafts = makeStore<Readonly<Record<string, Draft>>>({});

/** What is written but not sent, per conversation and mode; survives moving about, reloads and restarts of the browser. */
export function draftOf(conversationId: string, mode: Mode): Draft {
  const key = draftKey(conversationId, mode);
  const known = drafts.get()[key];
  if (known) return known;
  const loaded = readDraft(readOwn(key));
  // Kept silently: reading a draft while a screen renders must not make it render again.
  Object.assign(drafts.get(), { [key]: loaded });
  return loaded;
}

export function setDraft(conversationId: string, mode: Mode, next: Draft): void {
  const key = draftKey(conversationId, mode);
  drafts.set((now) => ({ ...now, [key]: next }));
  writeOwn(key, writeDraft(next));
}

/** Gives a text back that was about to be sent, before what is written there now. */
export const returnDraft = (conversationId: string, mode: Mode, taken: Draft): void =>
  setDraft(conversationId, mode, putBack(draftOf(conversationId, mode), taken));

export const useDraft = (conversationId: string, mode: Mode): Draft => useStore(drafts, () => draftOf(conversationId, mode));

/** Whether a reply waits unfinished in a conversation. */
export const useHasDraft = (conversationId: string): boolean => useStore(drafts, () => !isEmptyDraft(draftOf(conversationId, 'reply')));

// Another window of the same agent writes to the same storage.
window.addEventListener('storage', ({ key, newValue }) => {
  const name = ownName(key);
  if (name?.startsWith('draft.')) drafts.set((now) => ({ ...now, [name]: readDraft(newValue) }));
});
