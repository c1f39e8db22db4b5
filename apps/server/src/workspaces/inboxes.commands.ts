import { randomBytes } from 'node:crypto';
import type { Inbox } from '@madoguchi/contract/workspaces.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import type { Keys } from '../platform/secrets/keys.ts';
import { seal } from '../platform/secrets/seal.ts';
import { forgetBrands } from './brands/brands.queries.ts';
import { changedIn } from './changed.ts';
import { forgetInbox, identitySecretOf, readInbox } from './inboxes.queries.ts';
import { identityNeedsChat, originInvalid } from './workspaces.errors.ts';
import { identitySecretRevealed, inboxCreated, inboxRemoved, inboxUpdated } from './workspaces.events.ts';
import { originOf } from './workspaces.rules.ts';
import type { NewInbox } from './workspaces.types.ts';

/** Row and fact of a new inbox, open to every agent, in the caller's transaction. The key is public: it only names the inbox. @throws originInvalid */
export async function insertInbox(ctx: Ctx, tx: Tx, { name, channel, allowedOrigins = [] }: NewInbox): Promise<string> {
  const id = newId('ibx');
  await tx
    .insertInto('inboxes')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id,
      name,
      channel,
      key: randomBytes(15).toString('base64url'),
      allowed_origins: originsOf(allowedOrigins),
      created_at: ctx.clock.now(),
    })
    .execute();
  await ctx.append(tx, inboxCreated({ inboxId: id, name, channel }), { inboxId: id });
  return id;
}

type Change = Partial<Pick<Inbox, 'name' | 'allowedOrigins' | 'paused' | 'teamIds' | 'brandId'>>;

/** Changes an inbox; what is already so writes no fact. @throws notFound for an inbox, team or brand of nobody here · originInvalid */
export async function updateInbox(ctx: Ctx, id: string, wish: Change): Promise<Inbox> {
  const change: Change = {
    ...wish,
    ...(wish.allowedOrigins ? { allowedOrigins: originsOf(wish.allowedOrigins) } : {}),
    ...(wish.teamIds ? { teamIds: [...new Set(wish.teamIds)].sort() } : {}),
  };
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    await tx.selectFrom('inboxes').select('id').where('workspace_id', '=', workspace_id).where('id', '=', id).forUpdate().execute();
    const before = await readInbox(ctx, tx, id);
    const changed = changedIn(change, before);
    if (changed.length === 0) return before;

    const after = { ...before, ...Object.fromEntries(changed.map((name) => [name, change[name]])) };
    if (changed.includes('brandId') && after.brandId !== null) await holdBrand(ctx, tx, after.brandId);
    await tx
      .updateTable('inboxes')
      .set({
        name: after.name,
        allowed_origins: after.allowedOrigins,
        brand_id: after.brandId,
        ...(changed.includes('paused')
          ? { paused_at: after.paused ? ctx.clock.now() : null, paused_by: after.paused ? ctx.actor.name : null }
          : {}),
      })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
    if (changed.includes('teamIds')) await replaceTeams(ctx, tx, id, after.teamIds);
    await ctx.append(tx, inboxUpdated({ inboxId: id, changed }), { inboxId: id });
    tx.afterCommit(() => {
      forgetInbox(before.key);
      forgetBrands(workspace_id);
    });
    return after;
  });
}

/**
 * Takes an inbox away for good: nothing reaches it any more and it sends nothing. What it received stays where it is.
 * @throws notFound for an inbox of nobody here, or removed already
 */
export async function removeInbox(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .updateTable('inboxes')
      .set({ removed_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning('key')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, inboxRemoved({ inboxId: id }), { inboxId: id });
    tx.afterCommit(() => forgetInbox(removed.key));
  });
}

/** So that it cannot be removed meanwhile. @throws notFound */
async function holdBrand(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  const held = await tx
    .selectFrom('brands')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  if (!held) throw notFound();
}

async function replaceTeams(ctx: Ctx, tx: Tx, inboxId: string, teamIds: string[]): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  await tx.deleteFrom('inbox_teams').where('workspace_id', '=', workspace_id).where('inbox_id', '=', inboxId).execute();
  if (teamIds.length === 0) return;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('inbox_teams')
    .columns(['workspace_id', 'inbox_id', 'team_id'])
    .expression((eb) =>
      eb
        .selectFrom('teams')
        .select(({ val, ref }) => [val(workspace_id).as('workspace_id'), val(inboxId).as('inbox_id'), ref('id').as('team_id')])
        .where('workspace_id', '=', workspace_id)
        .where('id', 'in', teamIds),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== BigInt(teamIds.length)) throw notFound();
}

/** Shows the identity secret of a chat inbox, making it the first time. Every showing is a fact. @throws notFound · identityNeedsChat */
export async function revealIdentitySecret(ctx: Ctx, keys: Keys, inboxId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const { channel } = await readInbox(ctx, tx, inboxId);
    if (channel !== 'chat') throw identityNeedsChat();
    const fresh = seal(keys.derive('identity-secret'), randomBytes(32).toString('base64url'));
    await tx
      .updateTable('inboxes')
      .set({ identity_secret: fresh })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', inboxId)
      .where('identity_secret', 'is', null)
      .execute();
    await ctx.append(tx, identitySecretRevealed({ inboxId }), { inboxId });
    return (await identitySecretOf(keys, tx, { workspaceId: ctx.viewer.workspaceId, id: inboxId }))!;
  });
}

/** @throws originInvalid naming the first address that is none */
function originsOf(addresses: readonly string[]): string[] {
  const origins = addresses.map((address) => {
    const origin = originOf(address);
    if (!origin) throw originInvalid({ origin: address });
    return origin;
  });
  return [...new Set(origins)];
}
