import type { SpamBlock } from '@madoguchi/contract/spam.ts';
import { type Selectable, sql } from 'kysely';
import type { SpamReasons } from '../../conversations/conversations.types.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import type { SpamBlocksTable } from '../spam.tables.ts';
import { entriesFor, type Sender } from './block.rules.ts';

type BlockRow = Selectable<SpamBlocksTable> & { hits: number; last_hit_at: Date | null };

/** A page of the block list, latest first; with words: entries, reasons and people that hold them. */
export async function listBlocks(tx: Tx, workspaceId: string, { q, cursor, limit }: { q?: string; cursor?: string; limit: number }) {
  const after = readKeyset(cursor);
  const like = `%${(q ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx
    .selectFrom('spam_blocks as b')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('conversations as c')
          .select((of) => [of.fn.countAll<string>().as('hits'), of.fn.max('c.spam_at').as('last_hit_at')])
          .where('c.workspace_id', '=', workspaceId)
          .where('c.spam_by', '=', 'block_list')
          .where(sql<boolean>`c.spam_because -> 'block' ->> 'id' = b.id`)
          .as('h'),
      (join) => join.onTrue(),
    )
    .selectAll('b')
    .select(['h.hits', 'h.last_hit_at'])
    .where('b.workspace_id', '=', workspaceId)
    .$if(like !== '%%', (query) =>
      query.where((eb) => eb.or([eb('b.value', 'ilike', like), eb('b.because', 'ilike', like), eb('b.agent_name', 'ilike', like)])),
    )
    .$if(after !== null, (query) => query.where(sql<boolean>`(b.created_at, b.id) < (${after?.at}, ${after?.id})`))
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => presentBlock({ ...row, hits: Number(row.hits) })),
    nextCursor: last ? keysetOf(last.created_at, last.id) : null,
  };
}

export const presentBlock = (row: BlockRow): SpamBlock => ({
  id: row.id,
  kind: row.kind as SpamBlock['kind'],
  value: row.value,
  because: row.because,
  by: { id: row.agent_id, name: row.agent_name },
  at: row.created_at.toISOString(),
  hits: row.hits,
  lastHitAt: row.last_hit_at?.toISOString() ?? null,
});

/** The entry that one of these senders is under, the narrowest first. */
export async function blockFor(tx: Tx, workspaceId: string, senders: readonly Sender[]): Promise<SpamReasons['block']> {
  const entries = senders.flatMap(entriesFor);
  if (entries.length === 0) return null;
  const rows = await tx
    .selectFrom('spam_blocks')
    .select(['id', 'kind', 'value'])
    .where('workspace_id', '=', workspaceId)
    .where('value', 'in', [...new Set(entries.map(({ value }) => value))])
    .execute();
  const found = entries.map(({ kind, value }) => rows.find((row) => row.kind === kind && row.value === value));
  return found.find((row) => row !== undefined) ?? null;
}
