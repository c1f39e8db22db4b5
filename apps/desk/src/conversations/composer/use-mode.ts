import { type RefObject, useEffect, useState } from 'react';
import { useCan } from '../../app/me.ts';
import { useStore } from '../../ui/store.ts';
import { composerAsks } from './composer-asks.ts';
import { emptyDraft, isEmptyDraft, type Mode } from './draft.ts';
import { draftOf, returnDraft, setDraft } from './draft-store.ts';

/**
 * For whom is being written. A whisper needs somebody to whisper to: once nobody is there, it is a note, with the words so far. It is never a reply:
 * whoever goes on typing would write to the customer.
 * @param whom who can be whispered to here, or null
 */
export function useMode(id: string, field: RefObject<HTMLTextAreaElement | null>, whom: unknown): [Mode, (mode: Mode) => void] {
  const mayReply = useCan('conversation.reply');
  const [wished, setMode] = useState<Mode>(mayReply ? 'reply' : 'note');
  const asked = useStore(composerAsks, (ask) => ask);
  useEffect(() => {
    if (asked?.conversationId !== id) return;
    composerAsks.set(null);
    setMode(asked.mode);
    if (asked.focus) requestAnimationFrame(() => field.current?.focus());
  }, [asked, id, field]);
  const lost = wished === 'whisper' && !whom;
  useEffect(() => {
    if (!lost) return;
    setMode('note');
    const draft = draftOf(id, 'whisper');
    if (isEmptyDraft(draft)) return;
    setDraft(id, 'whisper', emptyDraft);
    returnDraft(id, 'note', draft);
  }, [lost, id]);
  return [lost ? 'note' : wished, setMode];
}
