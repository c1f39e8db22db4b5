import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

const MOST = 200;

const whispersWithNames = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('whispers as w')
    .innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'w.workspace_id').onRef('a.id', '=', 'w.to_agent_id'))
    .selectAll('w')
    .select('a.name as to_name')
    .where('w.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof whispersWithNames>['execute']>>[number];

const present = (row: Row): Whisper => ({
  id: row.id,
  conversationId: row.conversation_id,
  author: { id: row.author_id, name: row.author_name },
  to: { id: row.to_agent_id, name: row.to_name },
  text: row.text,
  at: row.created_at.toISOString(),
  answers: row.answers,
  outcome: row.outcome,
  settledAt: row.settled_at?.toISOString() ?? null,
});

/** The last 200 that were said in a conversation, and in those that went on in it, oldest first; of these what the viewer may hear. */
export async function whispersOf(tx: Tx, workspaceId: string, conversationId: string): Promise<Whisper[]> {
  const rows = await whispersWithNames(tx, workspaceId)
    .where(
      'w.conversation_id',
      'in',
      sql<string>`(select c.id from conversations c where c.workspace_id = ${workspaceId} and (c.id = ${conversationId} or c.merged_into = ${conversationId}))`,
    )
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.reverse().map(present);
}

/** One that the viewer may hear. */
export async function whisperById(tx: Tx, workspaceId: string, id: string): Promise<Whisper | null> {
  const row = await whispersWithNames(tx, workspaceId).where('w.id', '=', id).executeTakeFirst();
  return row ? present(row) : null;
}
