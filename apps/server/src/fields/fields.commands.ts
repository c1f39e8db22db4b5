import { changeConversation, lockConversation, subjectsOf } from '../conversations/commands/lock.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import { checkedValues } from '../customers/attributes/attributes.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { conversationFieldSet } from './fields.events.ts';
import { listFields } from './fields.queries.ts';

/** By key; null empties a field. */
export type FieldChanges = Readonly<Record<string, string | null>>;

/** Fills in fields. The same again changes nothing. @throws attributeInvalid · notFound */
export const setFields = (ctx: Ctx, conversationId: string, changes: FieldChanges): Promise<void> =>
  ctx.transaction(async (tx) => {
    await setFieldsLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), changes);
  });

/** The same in a conversation that the caller has locked. @returns the conversation as it is then */
export async function setFieldsLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, changes: FieldChanges): Promise<ConversationRow> {
  const { workspaceId } = ctx.viewer;
  const kept = await checkedValues(tx, workspaceId, 'conversation', changes);
  const news = Object.entries(kept).filter(([key, value]) => (value || undefined) !== conversation.fields[key]);
  if (news.length === 0) return conversation;
  const labels = new Map((await listFields(tx, workspaceId)).map(({ key, label }) => [key, label]));
  const fields = { ...conversation.fields };
  for (const [key, value] of news) {
    if (value) fields[key] = value;
    else delete fields[key];
  }
  const changed = await changeConversation(ctx, tx, conversation.id, { fields });
  const facts = news.map(([key, value]) => conversationFieldSet({ key, label: labels.get(key) ?? key, value: value || null }));
  await ctx.append(tx, facts, subjectsOf(conversation));
  return changed;
}
