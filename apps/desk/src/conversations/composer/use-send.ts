import type { SendLater } from '../later/send-later-items.tsx';
import { deliver } from './deliver.ts';
import { emptyDraft, type Mode } from './draft.ts';
import { draftOf, setDraft } from './draft-store.ts';
import type { Via } from './line-choice.ts';

type Wish = {
  id: string;
  mode: Mode;
  /** Who has the conversation: whom a whisper is for. */
  to: string | undefined;
  seenSeq: () => number;
  ready: boolean;
  via: Via | undefined;
  sent: () => void;
};

/** Sends the draft on its way and empties the composer at once; whatever goes wrong brings the words back. */
export function useSend({ id, mode, to, seenSeq, ready, via, sent }: Wish) {
  return (thenStatus: 'waiting' | 'resolved', later?: SendLater) => {
    if (!ready) return;
    const draft = draftOf(id, mode);
    setDraft(id, mode, emptyDraft);
    sent();
    void deliver({
      key: crypto.randomUUID(),
      conversationId: id,
      mode,
      to: mode === 'whisper' ? to : undefined,
      draft,
      seenSeq: seenSeq(),
      thenStatus,
      via: mode === 'reply' ? via : undefined,
      later: mode === 'reply' && later ? { at: later.at.toISOString(), unlessReply: later.unlessReply } : undefined,
      at: new Date().toISOString(),
      state: 'sending',
    });
  };
}
