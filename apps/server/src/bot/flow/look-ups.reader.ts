import { messagesById } from '../../conversations/queries/read.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import type { BotSources } from '../bot.commands.ts';
import { answer } from '../bot.reader.ts';
import type { Asked, Heard } from '../bot.types.ts';
import type { Gathering } from './gathered.ts';
import { turnLeftToLookUps } from './look-ups.events.ts';

/** Leaves a turn to the reader below. */
export async function leaveToLookUps(ctx: Ctx, { conversationId, messageId }: Asked, heard: Heard): Promise<void> {
  const choice = heard.kind === 'pressed' ? heard.choice : null;
  await ctx.transaction((tx) => ctx.append(tx, turnLeftToLookUps({ messageId, choice }), { conversationId }));
}

/** Takes the turns that need look-ups, however long those take, in the order in which the customer wrote. */
export const lookUpsReader = (sources: BotSources & Gathering): Reader =>
  reader('bot.look_ups', {
    [turnLeftToLookUps.factName]: async (ctx, fact) => {
      const { messageId, choice } = fact.data as ReturnType<typeof turnLeftToLookUps>['data'];
      const [message] = await ctx.transaction((tx) => messagesById(tx, ctx.viewer.workspaceId, [messageId]));
      if (!message) return;
      const asked = { conversationId: message.conversation_id, messageId, seq: message.seq, text: message.text, inboxId: message.inbox_id };
      await answer(ctx, asked, choice ? { kind: 'pressed', choice } : { kind: 'said', text: message.text }, sources, { isFlows: true });
    },
  });
