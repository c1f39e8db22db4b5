import { messagesById } from '../../conversations/queries/read.ts';
import { publishedByIds } from '../../knowledge/help-center.queries.ts';
import { everyone } from '../../knowledge/readers.rules.ts';
import type { Models } from '../../models/models.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import type { BotSources } from '../bot.commands.ts';
import { answer } from '../bot.reader.ts';
import { takeTurn } from '../bot.rules.ts';
import { type Asked, FIRST_STATE, type Found } from '../bot.types.ts';
import type { Gathering } from '../flow/gathered.ts';
import { compose } from './compose.commands.ts';
import { questionLeftToComposer } from './compose.events.ts';

/** Whether a message would be answered with an article: only then is there anything to compose. */
const wouldQuote = (text: string, found: Found): boolean => takeTurn(FIRST_STATE, { kind: 'said', text, found }).act.act === 'quote';

/**
 * Leaves a question to the composer when a model is on and an article answers it. A model may take seconds, and the bot's own reader
 * serves everybody: who asks for a person meanwhile must not wait behind it.
 */
export const leaveToComposer =
  (models: Models) =>
  async (ctx: Ctx, { conversationId, messageId, text }: Asked, found: Found): Promise<boolean> => {
    if (!wouldQuote(text, found) || !(await models.isOn(ctx))) return false;
    await ctx.transaction((tx) => ctx.append(tx, questionLeftToComposer({ messageId }), { conversationId }));
    return true;
  };

/** Answers what was left to it: finds the articles again, asks the model, and takes the bot's turn with what came of it. */
export const composerReader = (sources: BotSources & Gathering, models: Models): Reader =>
  reader('bot.composer', {
    [questionLeftToComposer.factName]: async (ctx, fact) => {
      const { messageId } = fact.data as ReturnType<typeof questionLeftToComposer>['data'];
      const conversationId = fact.conversation_id!;
      const asked = await askedBy(ctx, conversationId, messageId);
      if (!asked) return;
      const find: Gathering['find'] = async (within, text, inboxId) => {
        const found = await sources.find(within, text, inboxId);
        if (text !== asked.text || !wouldQuote(text, found)) return found;
        const ids = found.candidates.map(({ articleId }) => articleId);
        // The company's own search has left out what is for other brands.
        const articles = await ctx.transaction((tx) => publishedByIds(tx, everyone(ctx.viewer.workspaceId), ids));
        const composed = await compose(ctx, models, { ...asked, articles, conversationId });
        return composed ? { ...found, composed } : found;
      };
      const { text, seq, inboxId } = asked;
      await answer(
        ctx,
        { conversationId, messageId, seq, text, inboxId },
        { kind: 'said', text },
        { ...sources, find },
        { isFlows: false },
      );
    },
  });

/** The message, its language and the customer's names; null once people have taken over or it was answered. */
async function askedBy(ctx: Ctx, conversationId: string, messageId: string) {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const conversation = await tx
      .selectFrom('conversations as c')
      .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.customer_id'))
      .select(['c.handled_by', 'c.locale', 'p.name', 'p.reading'])
      .where('c.workspace_id', '=', workspaceId)
      .where('c.id', '=', conversationId)
      .executeTakeFirst();
    const step = tx.selectFrom('bot_steps').select('id').where('workspace_id', '=', workspaceId).where('asked_message_id', '=', messageId);
    // A fact may come twice; a model is paid for once.
    if (conversation?.handled_by !== 'bot' || (await step.executeTakeFirst())) return null;
    const [message] = await messagesById(tx, workspaceId, [messageId]);
    const names = [conversation.name, conversation.reading].filter((name): name is string => Boolean(name));
    return message ? { text: message.text, seq: message.seq, inboxId: message.inbox_id, locale: conversation.locale, names } : null;
  });
}
