import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Asked } from './asked.rules.ts';
import type { DueState, Snapshot } from './conditions.types.ts';
import { knownOf } from './known.queries.ts';

/** A conversation as it is now, with as much as is asked. */
export async function snapshotOf(ctx: Ctx, tx: Tx, row: ConversationRow, asked: Asked): Promise<Snapshot> {
  const known = (await knownOf(ctx, tx, [row], asked)).get(row.id)!;
  const at = ctx.clock.now();
  return {
    ...known,
    at,
    status: row.status,
    priority: row.priority,
    agentId: row.assignee_agent_id,
    teamId: row.assignee_team_id,
    tags: row.tags,
    due: dueState(row, at),
    mood: row.mood,
    subject: row.subject,
    text: asked.fields.has('text') ? await lastWords(ctx, tx, row.id) : '',
    messages: asked.fields.has('messages') ? await countMessages(ctx, tx, row.id) : 0,
    waitingSince: row.waiting_since,
    score: asked.fields.has('survey_score') ? await scoreOf(ctx, tx, row.id) : null,
    bot: row.handled_by === 'bot',
  };
}

export function dueState({ due_at, due_warn_at }: Pick<ConversationRow, 'due_at' | 'due_warn_at'>, at: Date): DueState {
  if (!due_at) return 'none';
  if (at >= due_at) return 'breached';
  return at >= (due_warn_at ?? due_at) ? 'warned' : 'running';
}

async function lastWords(ctx: Ctx, tx: Tx, conversationId: string): Promise<string> {
  const last = await tx
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('author_kind', '=', 'customer')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.text ?? '';
}

/** Of the customer and of agents, that were not taken back. */
async function countMessages(ctx: Ctx, tx: Tx, conversationId: string): Promise<number> {
  const { many } = await tx
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'message')
    .where('author_kind', 'in', ['customer', 'agent'])
    .where('delivery', '<>', 'withdrawn')
    .executeTakeFirstOrThrow();
  return Number(many);
}

async function scoreOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<number | null> {
  const survey = await tx
    .selectFrom('surveys')
    .select('rating')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return survey?.rating ?? null;
}
