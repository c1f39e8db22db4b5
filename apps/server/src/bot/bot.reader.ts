import { messageReceived } from '../conversations/conversations.events.ts';
import { messagesById } from '../conversations/queries/read.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { answerMessage, type BotSources } from './bot.commands.ts';
import type { BotInput, Found } from './bot.types.ts';

type Sources = BotSources & {
  /** What the company's knowledge makes of a question. */
  find: (ctx: Ctx, question: string) => Promise<Found>;
};

/** Answers what customers write while the bot has the conversation. Looks for an answer before the lock, so nobody waits for the search. */
export const botReader = (sources: Sources): Reader =>
  reader('bot', {
    [messageReceived.factName]: async (ctx, fact) => {
      const { messageId, choice, handledBy } = fact.data as ReturnType<typeof messageReceived>['data'];
      if (handledBy === 'human') return;
      const conversationId = fact.conversation_id!;
      const asked = await ctx.transaction(async (tx) => {
        const conversation = await tx
          .selectFrom('conversations')
          .select('handled_by')
          .where('workspace_id', '=', ctx.viewer.workspaceId)
          .where('id', '=', conversationId)
          .executeTakeFirst();
        return conversation?.handled_by === 'bot' ? (await messagesById(tx, ctx.viewer.workspaceId, [messageId]))[0] : undefined;
      });
      if (!asked) return;
      const input: BotInput = choice
        ? { kind: 'pressed', choice }
        : { kind: 'said', text: asked.text, found: await sources.find(ctx, asked.text) };
      await answerMessage(ctx, { conversationId, messageId }, input, sources);
    },
  });
