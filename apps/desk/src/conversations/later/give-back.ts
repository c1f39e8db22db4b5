import type { Message } from '@madoguchi/contract/messages.ts';
import { wordsNow } from '../../app/locale.tsx';
import { tell } from '../../ui/tell.tsx';
import { draftOf, returnDraft } from '../composer/draft-store.ts';

/** Gives a reply back to its author that does not go out: the customer wrote first, or nobody approved it. Another window may have done so already. */
export function giveBack(message: Message, number: number, because: 'customer_wrote' | 'returned'): void {
  if (message.text === '' || draftOf(message.conversationId, 'reply').text.includes(message.text)) return;
  returnDraft(message.conversationId, 'reply', { text: message.text, attachments: message.attachments, articles: [] });
  tell(wordsNow()(because === 'returned' ? 'approval.given_back' : 'later.given_back', { number }));
}
