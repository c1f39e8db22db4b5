import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { conversationOpened } from '../conversations.events.ts';
import { subjectOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { subjectsOf } from './lock.ts';
import { nextNumber } from './next-number.ts';

/** Opens a conversation for a message that belongs to another matter, with whoever has the one it came from. */
export async function openApart(ctx: Ctx, tx: Tx, from: ConversationRow, message: MessageRow): Promise<ConversationRow> {
  const now = ctx.clock.now();
  const opened = await tx
    .insertInto('conversations')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('cnv'),
      number: await nextNumber(ctx, tx),
      inbox_id: from.inbox_id,
      channel: message.channel,
      customer_id: from.customer_id,
      thread_id: message.thread_id!,
      subject: subjectOf(message.text),
      handled_by: 'human',
      locale: from.locale,
      assignee_agent_id: from.assignee_agent_id,
      assignee_team_id: from.assignee_team_id,
      agent_name: from.agent_name,
      agent_acted_at: now,
      last_activity_at: message.created_at,
      created_at: now,
      waiting_since: message.created_at,
      handed_off_at: null,
      page: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.append(tx, conversationOpened({ number: opened.number, channel: message.channel, handledBy: 'human' }), subjectsOf(opened));
  return opened;
}
