import type { ModelSettings } from '@madoguchi/contract/models.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import type { ModelSettingsTable } from './models.tables.ts';

export type StoredSettings = Selectable<ModelSettingsTable>;

/** The row of a workspace; undefined while nobody has set a model. */
export const storedSettings = (tx: Tx, workspaceId: string): Promise<StoredSettings | undefined> =>
  tx.selectFrom('model_settings').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();

/** The settings as administrators see them: that there is a key, never the key. */
export const toModelSettings = (row: StoredSettings | undefined): ModelSettings => ({
  url: row?.chat_url ?? '',
  model: row?.chat_model ?? '',
  hasKey: row !== undefined && row.chat_key !== null,
  enabled: row?.chat_enabled ?? false,
  timeLimitMs: row?.time_limit_ms ?? 8000,
  priceIn: row?.price_in ?? null,
  priceOut: row?.price_out ?? null,
  currency: row?.currency ?? 'JPY',
});
