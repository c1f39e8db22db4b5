import type { Message } from '@madoguchi/contract/messages.ts';
import { wordsNow } from '../../app/locale.tsx';
import { tell } from '../../ui/tell.tsx';
import { draftOf, returnDraft } from '../composer/draft-store.ts';

/** Gives a reply back to its author that does not go out because the customer wrote first. Another window may have done so already. */
export function giveBack(message: Message, number: number): void {
  if (message.text === '' || draftOf(message.conversationId, 'reply').text.includes(message.text)) return;
  returnDraft(message.conversationId, 'reply', { text: message.text, attachments: message.attachments, articles: [] });
  tell(wordsNow()('later.given_back', { number }));
}
