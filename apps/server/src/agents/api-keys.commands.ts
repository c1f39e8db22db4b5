import { randomBytes } from 'node:crypto';
import type { Role } from '@madoguchi/contract/agents.ts';
import type { Ctx } from '../platform/ctx.ts';
import { forbidden, notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { changerOf } from './agents.commands.ts';
import { apiKeyCreated, apiKeyRevoked } from './agents.events.ts';
import { type ApiKey, toApiKey } from './api-keys.queries.ts';
import { exceeds, rightsOfBuiltIn } from './roles/rights.rules.ts';
import { type Access, hashOf } from './sign-in/access.ts';

/** Makes a key. Its secret is in this answer alone: only a hash is kept. @throws forbidden for rights that one does not have oneself */
export async function createApiKey(
  ctx: Ctx,
  { name, role }: { name: string; role: Exclude<Role, 'owner'> },
): Promise<ApiKey & { secret: string }> {
  const secret = `mdg_${randomBytes(32).toString('base64url')}`;
  return ctx.transaction(async (tx) => {
    if (exceeds(rightsOfBuiltIn(role), (await changerOf(ctx, tx)).rights)) throw forbidden();
    const row = await tx
      .insertInto('api_keys')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('key'),
        name,
        role,
        secret_hash: hashOf(secret),
        hint: `mdg_…${secret.slice(-4)}`,
        created_by: ctx.actor.id ?? ctx.actor.kind,
        created_at: ctx.clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, apiKeyCreated({ keyId: row.id, name, role }));
    return { ...toApiKey(row), secret };
  });
}

/** Ends a key at once; a second call changes nothing. @throws notFound */
export async function revokeApiKey(ctx: Ctx, access: Access, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const row = await tx
      .selectFrom('api_keys')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.revoked_at) return;
    await tx
      .updateTable('api_keys')
      .set({ revoked_at: ctx.clock.now() })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
    await ctx.append(tx, apiKeyRevoked({ keyId: id, name: row.name }));
    tx.afterCommit(() => access.keyRevoked(id));
  });
}
