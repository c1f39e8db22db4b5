import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { PROOF_LIVES_MS } from './codes.rules.ts';

/** The address that was proved on an outside line within the last day; null for none. */
export async function provedEmail(ctx: Ctx, tx: Tx, threadId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('identity_proofs')
    .select('value')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('thread_id', '=', threadId)
    .where('proved_at', '>', new Date(ctx.clock.now().getTime() - PROOF_LIVES_MS))
    .executeTakeFirst();
  return row?.value ?? null;
}
