import type { LiveFrame } from '@madoguchi/contract/live.ts';
import { botStepsByMessage } from '../bot/bot.queries.ts';
import { presentFact, presentMessages } from '../conversations/queries/present.ts';
import { conversationsById, messagesById } from '../conversations/queries/read.ts';
import type { Platform } from '../platform/ctx.ts';
import { systemViewer, type Viewer } from '../platform/db/viewer.ts';
import { cursorToText } from '../platform/event-log/cursor.ts';
import { cursorOf, type LoggedFact } from '../platform/event-log/read.ts';
import type { FileLinks } from '../platform/files/links.ts';

export type FactFrame = Extract<LiveFrame, { type: 'fact' }>;

/**
 * Facts of one workspace as frames, with the conversation and message as they are now: three queries for a whole batch.
 * Seen through `viewer`, or unfenced for fan-out (then every receiver must pass maySee).
 */
export async function framesFor(
  { db }: Platform,
  workspaceId: string,
  facts: readonly LoggedFact[],
  links: FileLinks,
  viewer: Viewer = systemViewer(workspaceId),
): Promise<FactFrame[]> {
  const conversationIds = [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];
  const messageIds = [...new Set(facts.flatMap((fact) => messageIdOf(fact) ?? []))];
  return db.as(viewer, async (tx) => {
    const conversations = await conversationsById(tx, workspaceId, conversationIds);
    const rows = await messagesById(tx, workspaceId, messageIds);
    const messages = new Map<string, FactFrame['message']>();
    for (const conversationId of new Set(rows.map((row) => row.conversation_id))) {
      const own = rows.filter((row) => row.conversation_id === conversationId);
      const seen = conversations.get(conversationId)?.customerSeenSeq ?? 0;
      for (const message of await presentMessages(tx, own, links, seen)) messages.set(message.id, message);
    }
    const byBot = rows.filter((row) => row.author_kind === 'bot').map((row) => row.id);
    const steps = await botStepsByMessage(tx, workspaceId, byBot);
    return facts.map((fact) => {
      const messageId = messageIdOf(fact) ?? '';
      return {
        type: 'fact',
        cursor: cursorToText(cursorOf(fact)),
        fact: presentFact(fact),
        conversation: conversations.get(fact.conversation_id ?? '') ?? null,
        // One that was moved is not shown where it is no more.
        message: isOf(messages.get(messageId), fact.conversation_id),
        botStep: steps.get(messageId) ?? null,
      };
    });
  });
}

const isOf = (message: FactFrame['message'] | undefined, conversationId: string | null) =>
  message && (conversationId === null || message.conversationId === conversationId) ? message : null;

const messageIdOf = (fact: LoggedFact): string | undefined => (fact.data as { messageId?: string }).messageId;
