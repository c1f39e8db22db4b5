import { OfflineError, ProblemError } from '@madoguchi/client/client.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { addNote, replyToConversation } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { sessionEnded } from '../../app/session.ts';
import { liveStore } from '../../live/live-store.ts';
import { putMessage } from '../conversations.cache.ts';
import { askForMissing } from '../fields/incomplete-store.ts';
import { whisperNow, whisperRefused } from '../whispers/whisper-now.ts';
import { stopDoubleReply } from './double-reply-store.ts';
import { articlesIn, emptyDraft } from './draft.ts';
import { returnDraft, setDraft } from './draft-store.ts';
import { mentionsIn } from './mention.ts';
import { dropOutgoing, type Outgoing, outbox, putOutgoing } from './outbox-store.ts';
import { offerUndo } from './undo-toast.tsx';

const post = ({ conversationId, mode, draft, seenSeq, thenStatus, via, later, key }: Outgoing): Promise<Message> => {
  const common = { text: draft.text, attachmentIds: draft.attachments.map((file) => file.id), idempotencyKey: key };
  const params = { id: conversationId };
  const picked = { ...(via ? { via } : {}), ...(later ? { sendAt: later.at, unlessReply: later.unlessReply } : {}) };
  return mode === 'note'
    ? call(addNote, { params, body: { ...common, mentions: mentionsIn(draft).slice(0, 20) } })
    : call(replyToConversation, {
        params,
        body: { ...common, ...picked, seenSeq, thenStatus, articleIds: articlesIn(draft).slice(0, 10) },
      });
};

const answeredIn = (error: ProblemError): Message[] => (Array.isArray(error.problem.answered) ? (error.problem.answered as Message[]) : []);

/** Sends one message and sees it through: sent, stopped because somebody answered, kept for later, or given back to the composer. */
export async function deliver(outgoing: Outgoing): Promise<void> {
  putOutgoing({ ...outgoing, state: 'sending' });
  try {
    if (outgoing.mode === 'whisper') {
      await whisperNow(outgoing);
      return dropOutgoing(outgoing.key);
    }
    const message = await post(outgoing);
    putMessage(queryClient, message);
    dropOutgoing(outgoing.key);
    if (message.delivery === 'held') offerUndo(message, outgoing);
  } catch (error) {
    if (error instanceof OfflineError || (error instanceof ProblemError && error.status === 503)) {
      putOutgoing({ ...outgoing, state: 'unsent' });
      return;
    }
    dropOutgoing(outgoing.key);
    if (error instanceof ProblemError && error.code === 'conversation.answered_meanwhile')
      return stopDoubleReply(outgoing, answeredIn(error));
    if (whisperRefused(outgoing, error)) return;
    const again = () => {
      setDraft(outgoing.conversationId, outgoing.mode, emptyDraft);
      // A new key: the refused one must not come to mean another write.
      void deliver({ ...outgoing, key: crypto.randomUUID() });
    };
    returnDraft(outgoing.conversationId, outgoing.mode, outgoing.draft);
    if (askForMissing(error, { conversationId: outgoing.conversationId, for: 'send', again })) return;
    if (error instanceof ProblemError && error.status === 401) sessionEnded();
    else tellFailure(error);
  }
}

/** Tries everything again that no answer came for, in the order it was written. */
export async function deliverUnsent(): Promise<void> {
  for (const one of outbox.get()) if (one.state === 'unsent') await deliver(one);
}

// Whatever waited for the connection goes out as soon as it is back.
let wasOnline = false;
liveStore.subscribe(() => {
  const online = liveStore.get().connection === 'online';
  if (online && !wasOnline) void deliverUnsent();
  wasOnline = online;
});
