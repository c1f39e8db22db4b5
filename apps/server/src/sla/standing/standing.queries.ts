import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { BEGINNING, FOLDED, fold } from './standing.rules.ts';
import type { Standing } from './standing.types.ts';

export type Kept = { standing: Standing; position: number; policyId: string | null; isNew: boolean };

/** What is kept of a conversation; the beginning if it was never looked at. */
export async function keptOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<Kept> {
  const row = await tx
    .selectFrom('sla_states')
    .select(['state', 'position', 'policy_id'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (!row) return { standing: BEGINNING, position: 0, policyId: null, isNew: true };
  return { standing: row.state, position: row.position, policyId: row.policy_id, isNew: false };
}

/**
 * The standing as the log tells it by now, on a conversation that the caller has locked. Whoever writes of a conversation holds its lock:
 * its facts have come in the order of their positions, and none is still under way.
 */
export async function foldOn(ctx: Ctx, tx: Tx, conversationId: string, kept: Kept): Promise<{ standing: Standing; position: number }> {
  const facts = await tx
    .selectFrom('events')
    .select(['name', 'at', 'data', 'position'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('position', '>', kept.position)
    .where('name', 'in', FOLDED)
    .orderBy('position')
    .execute();
  return { standing: facts.reduce(fold, kept.standing), position: facts.at(-1)?.position ?? kept.position };
}

/** Whether a fact of the log is in what is kept: then nothing is left to do for it. */
export async function isFolded(ctx: Ctx, conversationId: string, position: number): Promise<boolean> {
  const [row] = await ctx.statement((compile) =>
    compile
      .selectFrom('sla_states')
      .select('position')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', conversationId),
  );
  return row !== undefined && row.position >= position;
}
