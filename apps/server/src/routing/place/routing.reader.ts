import {
  conversationAssigned,
  conversationAwaitsCustomer,
  conversationClosed,
  conversationHandedOff,
  conversationMarkedSpam,
  conversationMerged,
  conversationOpened,
  conversationPrioritized,
  conversationRenamed,
  conversationReopened,
  conversationResolved,
  conversationSplit,
  conversationTagged,
  conversationUnmarkedSpam,
  conversationUnmerged,
  conversationUnsplit,
  messageReceived,
} from '../../conversations/conversations.events.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { standInFor } from '../hand-over/hand-over.commands.ts';
import { queueCreated, queueRemoved, queueUpdated } from '../routing.events.ts';
import { placeAllAnew, placeConversation } from './place.commands.ts';
import type { BotTold } from './told.queries.ts';

/** Keeps everybody who waits in the queue where they belong, whatever happens to their conversation. */
export function routingReader(botTold: BotTold): Reader {
  const place: Reader['handlers'][string] = async (ctx, { conversation_id }) => {
    if (conversation_id) await placeConversation(ctx, conversation_id, botTold);
  };
  const moves = [
    conversationOpened,
    conversationHandedOff,
    conversationAssigned,
    conversationReopened,
    conversationResolved,
    conversationClosed,
    conversationAwaitsCustomer,
    conversationTagged,
    conversationRenamed,
    conversationPrioritized,
    conversationMerged,
    conversationUnmerged,
    conversationSplit,
    conversationUnsplit,
    conversationMarkedSpam,
    conversationUnmarkedSpam,
  ];
  const changes = [queueCreated, queueUpdated, queueRemoved];
  return reader('routing', {
    ...Object.fromEntries(changes.map(({ factName }) => [factName, (ctx: Ctx) => placeAllAnew(ctx, botTold)])),
    ...Object.fromEntries(moves.map(({ factName }) => [factName, place])),
    [messageReceived.factName]: async (ctx, fact) => {
      if (!fact.conversation_id) return;
      await standInFor(ctx, fact.conversation_id);
      await place(ctx, fact);
    },
  });
}
