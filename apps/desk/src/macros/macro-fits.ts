import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Macro } from '@madoguchi/contract/macros.ts';

type Where = Pick<Conversation, 'channel' | 'inbox'>;

/** Whether a macro is offered for all of these conversations: what it does not say goes everywhere. */
export const fitsAll = ({ channels, inboxIds }: Pick<Macro, 'channels' | 'inboxIds'>, conversations: readonly Where[]): boolean =>
  conversations.every(
    ({ channel, inbox }) => (channels.length === 0 || channels.includes(channel)) && (inboxIds.length === 0 || inboxIds.includes(inbox.id)),
  );
