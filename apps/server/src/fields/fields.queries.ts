import { missingAttributes } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Missing } from '@madoguchi/contract/fields.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import { listAttributes } from '../customers/attributes/attributes.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

/** The fields of conversations, in the order they are shown. */
export const listFields = async (tx: Tx, workspaceId: string): Promise<AttributeDefinition[]> =>
  (await listAttributes(tx, workspaceId)).filter(({ subject }) => subject === 'conversation');

/** What a conversation is to the conditions of fields. */
export const surroundingsOf = ({ channel, inbox_id, tags }: ConversationRow) => ({ channel, inboxId: inbox_id, tags });

/** Fields that must be filled in before this conversation is resolved, and are not. */
export async function missingFields(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<Missing[]> {
  const definitions = await listFields(tx, ctx.viewer.workspaceId);
  return missingAttributes(definitions, conversation.fields, surroundingsOf(conversation)).map(({ key, label, labelEn }) => ({
    kind: 'field' as const,
    key,
    label,
    labelEn,
  }));
}
