import { deliver } from './deliver.ts';
import { emptyDraft, type Mode } from './draft.ts';
import { draftOf, setDraft } from './draft-store.ts';

type Wish = { id: string; mode: Mode; seenSeq: () => number; ready: boolean; sent: () => void };

/** Sends the draft on its way and empties the composer at once; whatever goes wrong brings the words back. */
export function useSend({ id, mode, seenSeq, ready, sent }: Wish) {
  return (thenStatus: 'waiting' | 'resolved') => {
    if (!ready) return;
    const draft = draftOf(id, mode);
    setDraft(id, mode, emptyDraft);
    sent();
    void deliver({
      key: crypto.randomUUID(),
      conversationId: id,
      mode,
      draft,
      seenSeq: seenSeq(),
      thenStatus,
      at: new Date().toISOString(),
      state: 'sending',
    });
  };
}
