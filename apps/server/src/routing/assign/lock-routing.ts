import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

/**
 * Until this transaction ends nobody else gives anything out in the workspace: offers, acceptances and passes come one after the other.
 * Taken before any conversation is locked.
 */
export async function lockRouting(ctx: Ctx, tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`routing ${ctx.viewer.workspaceId}`}, 0))`.execute(tx);
}
