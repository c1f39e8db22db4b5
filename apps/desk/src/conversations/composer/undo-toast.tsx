import type { Message } from '@madoguchi/contract/messages.ts';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { sendMessageNow, withdrawMessage } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { wordsNow } from '../../app/locale.tsx';
import { meQuery } from '../../app/me.ts';
import { once } from '../../app/once.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { shortTime } from '../../ui/time.ts';
import { putMessage } from '../conversations.cache.ts';
import type { Draft } from './draft.ts';
import { returnDraft } from './draft-store.ts';
import type { Outgoing } from './outbox-store.ts';

const toastId = (messageId: string) => `undo-${messageId}`;

/** A held reply is sent, changed or taken back: one of them, and once. */
export const heldKey = ({ id }: Message): string => `held ${id}`;

let lastHeld: Message | null = null;

/** Takes a held reply back and puts its words into the composer again. */
export const undoSend = (message: Message): Promise<void> => once(heldKey(message), () => takeBack(message));

async function takeBack(message: Message): Promise<void> {
  notifications.hide(toastId(message.id));
  try {
    putMessage(queryClient, await call(withdrawMessage, { params: { id: message.id } }));
    const draft: Draft = { text: message.text, attachments: message.attachments, articles: [] };
    returnDraft(message.conversationId, 'reply', draft);
  } catch (error) {
    tellFailure(error);
  }
}

/** Ends the undo period early. */
export const sendNow = (message: Message): Promise<void> => once(heldKey(message), () => letGo(message));

async function letGo(message: Message): Promise<void> {
  notifications.hide(toastId(message.id));
  try {
    putMessage(queryClient, await call(sendMessageNow, { params: { id: message.id } }));
  } catch (error) {
    tellFailure(error);
  }
}

/** Takes back the reply sent last, while that is still possible. */
export function undoLastSend(): void {
  if (lastHeld?.heldUntil && Date.parse(lastHeld.heldUntil) > Date.now()) void undoSend(lastHeld);
}

/** For the undo period a way back stays in sight, wherever the agent goes meanwhile. */
export function offerUndo(message: Message, { thenStatus }: Outgoing): void {
  const t = wordsNow();
  if (message.awaitsApproval) {
    tellWithUndo(t('approval.told_asked'), { label: t('undo.undo'), undo: () => void undoSend(message) });
    return;
  }
  lastHeld = message;
  if (message.scheduled && message.heldUntil) {
    const zone = queryClient.getQueryData(meQuery.queryKey)?.workspace.timezone ?? 'Asia/Tokyo';
    const time = shortTime(message.heldUntil, { locale: document.documentElement.lang === 'en' ? 'en' : 'ja', zone });
    tellWithUndo(t('later.told', { time }), { label: t('undo.undo'), undo: () => void undoSend(message) });
    return;
  }
  const left = Date.parse(message.heldUntil ?? '') - Date.now();
  if (!(left > 0)) return;
  notifications.show({
    id: toastId(message.id),
    autoClose: left,
    withCloseButton: false,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
        {t(thenStatus === 'resolved' ? 'undo.sent_resolved' : 'undo.sent')}
        <Button variant="light" size="xs" onClick={() => void undoSend(message)}>
          {t('undo.undo')}
        </Button>
      </span>
    ),
  });
}
