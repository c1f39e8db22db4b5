import type { apiKey, Role } from '@madoguchi/contract/agents.ts';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { ApiKeysTable } from './agents.tables.ts';

export type ApiKey = z.infer<typeof apiKey>;

/** The keys that work, oldest first. */
export async function listApiKeys(ctx: Ctx, tx: Tx): Promise<ApiKey[]> {
  const rows = await tx
    .selectFrom('api_keys')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toApiKey);
}

export const toApiKey = (row: Selectable<ApiKeysTable>): ApiKey => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  hint: row.hint,
});
