import { cannedIds } from '../../../canned-responses/canned-responses.queries.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { notFound } from '../../../platform/http/refusal.ts';
import type { CannedIndex } from './canned-index.ts';

/** More would be a list to read. */
const MOST = 3;
const READ_MESSAGES = 3;

/**
 * The canned responses that fit what the customer wrote last, best first, in the conversation's language and of those that the agent may use.
 * None where they wrote nothing but files. @throws notFound for a conversation the viewer may not see
 */
export async function suggestCanned(ctx: Ctx, index: CannedIndex, conversationId: string): Promise<string[]> {
  const { workspaceId } = ctx.viewer;
  const { said, locale, texts } = await ctx.transaction(async (tx) => {
    // Asked for together: they travel in one round trip.
    const [conversation, rows, all] = await Promise.all([
      tx
        .selectFrom('conversations')
        .select('locale')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', conversationId)
        .executeTakeFirst(),
      tx
        .selectFrom('messages')
        .select('text')
        .where('workspace_id', '=', workspaceId)
        .where('conversation_id', '=', conversationId)
        .where('kind', '=', 'message')
        .where('author_kind', '=', 'customer')
        .orderBy('seq', 'desc')
        .limit(READ_MESSAGES)
        .execute(),
      cannedIds(ctx, tx),
    ]);
    if (!conversation) throw notFound();
    return { said: rows.map(({ text }) => text.trim()).find((text) => text !== '') ?? '', locale: conversation.locale, texts: all };
  });
  const usable = new Set(texts.filter((one) => one.isTheirs && one.locale === locale).map(({ id }) => id));
  if (said === '' || usable.size === 0) return [];
  const hidden = new Set(texts.map(({ id }) => id).filter((id) => !usable.has(id)));
  const found = await (await index.of(workspaceId)).find(said, { limit: MOST, hidden });
  return found.filter((id) => usable.has(id));
}
