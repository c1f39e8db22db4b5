import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { PROOF_LIVES_MS } from './codes.rules.ts';
import type { ProofKind } from './codes.types.ts';

/** The addresses that were proved on an outside line within the last day. */
export async function provedOn(ctx: Ctx, tx: Tx, threadId: string): Promise<Partial<Record<ProofKind, string>>> {
  const rows = await tx
    .selectFrom('identity_proofs')
    .select(['kind', 'value'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('thread_id', '=', threadId)
    .where('proved_at', '>', new Date(ctx.clock.now().getTime() - PROOF_LIVES_MS))
    .execute();
  return Object.fromEntries(rows.map(({ kind, value }) => [kind, value]));
}

/** Whether a code is the last one that was asked for on a line, and nobody has used it. */
export async function isAwaited(ctx: Ctx, tx: Tx, threadId: string, codeId: string): Promise<boolean> {
  const last = await tx
    .selectFrom('one_time_codes')
    .select(['id', 'used_at'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('thread_id', '=', threadId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id === codeId && last.used_at === null;
}
