import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { SynonymsTable } from '../knowledge.tables.ts';

/** A workspace's groups of words that mean the same, last changed first. */
export async function listSynonyms(tx: Tx, workspaceId: string): Promise<SynonymGroup[]> {
  const rows = await tx
    .selectFrom('synonyms')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toSynonymGroup);
}

export const toSynonymGroup = ({ id, words, updated_at }: Selectable<SynonymsTable>): SynonymGroup => ({
  id,
  words,
  updatedAt: updated_at.toISOString(),
});
