import { type RefObject, useCallback } from 'react';
import type { Mode } from './draft.ts';
import { draftOf, setDraft } from './draft-store.ts';

/** Puts text into a draft in place of a stretch of it, and the caret behind it. */
export function useInsert(field: RefObject<HTMLTextAreaElement | null>, conversationId: string, mode: Mode) {
  return useCallback(
    (text: string, from: number, to: number) => {
      const draft = draftOf(conversationId, mode);
      setDraft(conversationId, mode, { ...draft, text: draft.text.slice(0, from) + text + draft.text.slice(to) });
      // After the new text is in the field.
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(from + text.length, from + text.length);
      });
    },
    [field, conversationId, mode],
  );
}
