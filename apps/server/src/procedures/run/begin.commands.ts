import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { procedureBegun, procedureLeft } from '../procedures.events.ts';
import { listProcedures, readProcedure } from '../procedures.queries.ts';
import { fits, type Topic } from '../procedures.rules.ts';

/** Nobody describes a topic in more than a few messages. */
const MESSAGES_READ = 5;

/** Begins what fits, where people have a conversation and nothing was begun in it before. Bears a repetition. */
export async function beginWhatFits(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    // Most companies have none, and most messages begin nothing: nobody waits for a lock because of that.
    if ((await listProcedures(ctx, tx)).every(({ enabled }) => !enabled) || (await hasBegun(ctx, tx, conversationId))) return;
    const conversation = await lockConversation(ctx, tx, conversationId);
    if (conversation.status === 'open' || conversation.status === 'waiting') await beginFitting(ctx, tx, conversation);
  });
}

/** The same for a conversation that the caller has locked. What was left by hand does not come back by itself. */
export async function beginFitting(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  if (conversation.handled_by !== 'human' || conversation.turn === 'spam' || conversation.merged_into) return;
  if (await hasBegun(ctx, tx, conversation.id)) return;
  const enabled = (await listProcedures(ctx, tx)).filter((one) => one.enabled);
  if (enabled.length === 0) return;
  const topic = await topicOf(ctx, tx, conversation);
  const found = enabled.find(({ conditions }) => fits(conditions, topic));
  if (found) await begin(ctx, tx, conversation, found, 'fits');
}

async function hasBegun(ctx: Ctx, tx: Tx, conversationId: string): Promise<boolean> {
  const ever = await tx
    .selectFrom('procedure_runs')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .limit(1)
    .executeTakeFirst();
  return ever !== undefined;
}

/** Leaves what it is in the middle of and begins another one; null: none. The same again changes nothing. @throws notFound */
export async function pickProcedure(ctx: Ctx, conversationId: string, procedureId: string | null): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const wanted = procedureId === null ? null : await readProcedure(ctx, tx, procedureId);
    const left = await tx
      .updateTable('procedure_runs as r')
      .set({ left_at: ctx.clock.now() })
      .where('r.workspace_id', '=', ctx.viewer.workspaceId)
      .where('r.conversation_id', '=', conversationId)
      .where('r.left_at', 'is', null)
      .where('r.procedure_id', '<>', procedureId ?? '')
      .returning(['r.id', 'r.procedure_id'])
      .executeTakeFirst();
    if (left) {
      const { name } = await tx
        .selectFrom('procedures')
        .select('name')
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', left.procedure_id)
        .executeTakeFirstOrThrow();
      await ctx.append(tx, procedureLeft({ runId: left.id, procedureId: left.procedure_id, name }), subjectsOf(conversation));
    }
    if (wanted) await begin(ctx, tx, conversation, wanted, 'picked');
  });
}

async function begin(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { id, version, name }: { id: string; version: number; name: string },
  because: 'fits' | 'picked',
): Promise<void> {
  const run = await tx
    .insertInto('procedure_runs')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('prr'),
      conversation_id: conversation.id,
      procedure_id: id,
      version,
      begun_at: ctx.clock.now(),
      begun_by: because === 'picked' ? ctx.actor.name : '',
      completed_at: null,
      left_at: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'conversation_id']).where('left_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (run) await ctx.append(tx, procedureBegun({ runId: run.id, procedureId: id, version, name, because }), subjectsOf(conversation));
}

async function topicOf(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<Topic> {
  const said = await tx
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversation.id)
    .where('author_kind', '=', 'customer')
    .orderBy('seq')
    .limit(MESSAGES_READ)
    .execute();
  return {
    channel: conversation.channel,
    inboxId: conversation.inbox_id,
    queueId: conversation.queue_id,
    tags: conversation.tags,
    words: [conversation.subject, ...said.map(({ text }) => text)].join('\n'),
  };
}
