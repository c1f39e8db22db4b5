import { changeConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { writeMessage } from '../../conversations/commands/write-message.ts';
import { noteAdded } from '../../conversations/conversations.events.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';

/** An agent's note in a conversation that the caller has locked; empty words write none. */
export async function writeNote(ctx: Ctx, tx: Tx, row: ConversationRow, text: string): Promise<ConversationRow> {
  if (text.trim() === '') return row;
  const note = await writeMessage(ctx, tx, row, {
    kind: 'note',
    authorKind: 'agent',
    text: text.trim(),
    externalId: `routing:${newId('msg')}`,
    delivery: 'sent',
  });
  const changed = await changeConversation(ctx, tx, row.id, { last_seq: note.seq });
  await ctx.append(tx, noteAdded({ messageId: note.id, seq: note.seq }), subjectsOf(row));
  return changed;
}
