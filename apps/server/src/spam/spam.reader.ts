import type { Block } from '@madoguchi/contract/messages.ts';
import { conversationMarkedSpam, conversationUnmarkedSpam, messageSent } from '../conversations/conversations.events.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { measureFilter } from './filter/filter.commands.ts';
import { teach } from './filter/lessons.commands.ts';
import { tokensOf } from './filter/tokens.rules.ts';
import type { Class, Suspect } from './spam.types.ts';
import { isJudged, mailIn } from './suspect.rules.ts';

/**
 * Teaches the filter what people say: what they mark is spam; what they put back, and what they answer, is none. What the filter or the block
 * list marked teaches nothing: it would only grow surer of what it believes. Bears a repetition.
 */
export const spamReader = (): Reader =>
  reader('spam', {
    [conversationMarkedSpam.factName]: async (ctx, { conversation_id, data }) => {
      const { by } = data as ReturnType<typeof conversationMarkedSpam>['data'];
      if (by === 'agent' && conversation_id) await teachAbout(ctx, conversation_id, 'spam');
    },
    [conversationUnmarkedSpam.factName]: async (ctx, { conversation_id, data }) => {
      const { undone } = data as ReturnType<typeof conversationUnmarkedSpam>['data'];
      if (conversation_id) await teachAbout(ctx, conversation_id, undone ? null : 'ham');
    },
    [messageSent.factName]: async (ctx, { conversation_id, data }) => {
      const { by } = data as ReturnType<typeof messageSent>['data'];
      if (by === 'agent' && conversation_id) await teachAbout(ctx, conversation_id, 'ham');
    },
  });

/** Undone, an answered conversation is none again; one that nobody answered is nothing to learn from. */
async function teachAbout(ctx: Ctx, conversationId: string, of: Class | null): Promise<void> {
  const suspect = await suspectOf(ctx, conversationId);
  if (!suspect) return;
  const { isAnswered, ...what } = suspect;
  const taught = await teach(ctx, conversationId, of ?? (isAnswered ? 'ham' : null), tokensOf(what));
  if (taught) await measureFilter(ctx);
}

/** The message that opened a conversation, as the filter saw it; null on channels it does not judge. */
async function suspectOf(ctx: Ctx, conversationId: string): Promise<(Suspect & { isAnswered: boolean }) | null> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('messages as m')
      .innerJoin('conversations as c', (join) =>
        join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'),
      )
      .select(['m.text', 'm.blocks', 'c.subject', 'c.agent_acted_at', 'm.channel'])
      .where('m.workspace_id', '=', ctx.viewer.workspaceId)
      .where('m.conversation_id', '=', conversationId)
      .where('m.author_kind', '=', 'customer')
      .orderBy('m.seq')
      .limit(1)
      .executeTakeFirst();
    if (!row || !isJudged(row.channel)) return null;
    return { subject: row.subject, text: row.text, mail: mailIn(row.blocks as Block[]), isAnswered: row.agent_acted_at !== null };
  });
}
