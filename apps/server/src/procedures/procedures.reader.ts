import { lockConversation } from '../conversations/commands/lock.ts';
import {
  conversationAssigned,
  conversationHandedOff,
  conversationOpened,
  conversationRenamed,
  conversationTagged,
  messageReceived,
} from '../conversations/conversations.events.ts';
import { conversationFieldSet } from '../fields/fields.events.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { conversationQueued } from '../routing/routing.events.ts';
import { beginWhatFits } from './run/begin.commands.ts';
import { noteCompletion } from './run/check.commands.ts';

/** Begins the procedure that fits as soon as it does, and notes when a field was the last thing to be done. */
export function proceduresReader(): Reader {
  const begin: Reader['handlers'][string] = async (ctx, { conversation_id }) => {
    if (conversation_id) await beginWhatFits(ctx, conversation_id);
  };
  const tells = [
    conversationOpened,
    conversationHandedOff,
    conversationAssigned,
    conversationTagged,
    conversationRenamed,
    conversationQueued,
    messageReceived,
  ];
  return reader('procedures', {
    ...Object.fromEntries(tells.map(({ factName }) => [factName, begin])),
    [conversationFieldSet.factName]: async (ctx, { conversation_id }) => {
      if (conversation_id) await ctx.transaction(async (tx) => noteCompletion(ctx, tx, await lockConversation(ctx, tx, conversation_id)));
    },
  });
}
