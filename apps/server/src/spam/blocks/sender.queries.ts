import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { blockNoSender } from '../spam.errors.ts';
import type { BlockKind } from './block.rules.ts';

/** Who writes on a conversation's line. @throws notFound · blockNoSender for one who cannot be known again */
export async function senderOf(tx: Tx, workspaceId: string, conversationId: string): Promise<{ kind: BlockKind; value: string }> {
  const row = await tx
    .selectFrom('conversations as c')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.thread_id'))
    .innerJoin('identities as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.identity_id'))
    .select(['i.kind', 'i.value'])
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.value.trim() === '') throw blockNoSender();
  return { kind: row.kind as BlockKind, value: row.value };
}
