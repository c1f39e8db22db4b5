import type { Message } from '@madoguchi/contract/messages.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { moveMessage } from '../../../app/api.ts';
import { call } from '../../../app/client.ts';
import { wordsNow } from '../../../app/locale.tsx';
import { tellFailure } from '../../../app/query-client.ts';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { keys } from '../../conversations.queries.ts';

/** Moves a message (null: to a conversation of its own), goes along, and offers the way back. */
export function useMove(message: Message): (conversationId: string | null) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const put = async (conversationId: string | null) => {
    const conversation = await call(moveMessage, { params: { id: message.id }, body: { conversationId } });
    await client.invalidateQueries({ queryKey: keys.all });
    await navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id }, search: (now) => now as never });
    return conversation;
  };
  return async (conversationId) => {
    try {
      const { number } = await put(conversationId);
      const t = wordsNow();
      tellWithUndo(t('mail.moved', { number }), {
        label: t('mail.move_back'),
        undo: () => void put(message.conversationId).catch(tellFailure),
      });
    } catch (error) {
      tellFailure(error);
    }
  };
}
