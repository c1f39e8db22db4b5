import { draftOf, setDraft } from './draft-store.ts';

/** Puts text behind what a reply says so far. */
export function putIntoReply(conversationId: string, text: string): void {
  const draft = draftOf(conversationId, 'reply');
  setDraft(conversationId, 'reply', { ...draft, text: draft.text.trim() === '' ? text : `${draft.text.trimEnd()}\n\n${text}` });
}
