import type { EmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { EmbeddingSettingsTable } from './embeddings.tables.ts';
import { LOCAL_URL } from './source.rules.ts';

export type StoredEmbeddingSettings = Selectable<EmbeddingSettingsTable>;

/** The row of a workspace; undefined while nobody has set an embedding model. */
export const storedEmbeddingSettings = (tx: Tx, workspaceId: string): Promise<StoredEmbeddingSettings | undefined> =>
  tx.selectFrom('embedding_settings').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();

/** The settings as administrators see them: that there is a key, never the key. */
export const toEmbeddingSettings = (row: StoredEmbeddingSettings | undefined): EmbeddingSettings => ({
  source: row?.url === LOCAL_URL ? 'local' : 'endpoint',
  url: row && row.url !== LOCAL_URL ? row.url : '',
  model: row?.model ?? '',
  hasKey: row !== undefined && row.key !== null,
  enabled: row?.enabled ?? false,
  timeLimitMs: row?.time_limit_ms ?? 1500,
  price: row?.price ?? null,
});
