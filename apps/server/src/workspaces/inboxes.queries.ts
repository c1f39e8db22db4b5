import type { Inbox } from '@madoguchi/contract/workspaces.ts';
import { sql } from 'kysely';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import type { Ctx, Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Keys } from '../platform/secrets/keys.ts';
import { unseal } from '../platform/secrets/seal.ts';
import type { ReachedInbox } from './workspaces.types.ts';

/** Keys are random and unique across installations, so one cache serves every database of a process. */
const keyCache = makeShortCache<ReachedInbox | null>({ ttlMs: 5000, max: 10_000 });

/** The inbox behind a public key, at most five seconds old; null for a key nobody has. */
export const inboxByKey = (platform: Platform, key: string): Promise<ReachedInbox | null> =>
  keyCache.get(key, () => reachInbox(platform, key));

export const forgetInbox = (key: string): void => keyCache.drop(key);

function reachInbox({ db }: Platform, key: string): Promise<ReachedInbox | null> {
  return db.directory(async (tx) => {
    const row = await tx
      .selectFrom('inboxes')
      .select(['workspace_id', 'id', 'name', 'channel', 'key', 'allowed_origins', 'paused_at'])
      .where('key', '=', key)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    const { workspace_id, id, name, channel, allowed_origins, paused_at } = row;
    return {
      workspaceId: workspace_id,
      id,
      name,
      channel,
      key,
      allowedOrigins: allowed_origins,
      paused: paused_at !== null,
    };
  });
}

function visibleInboxes(ctx: Ctx, tx: Tx) {
  const query = tx
    .selectFrom('inboxes as i')
    .select(['i.id', 'i.name', 'i.channel', 'i.key', 'i.allowed_origins', 'i.paused_at', 'i.brand_id'])
    .select(
      sql<
        string[]
      >`array(select t.team_id from inbox_teams t where t.workspace_id = i.workspace_id and t.inbox_id = i.id order by t.team_id)`.as(
        'team_ids',
      ),
    )
    .where('i.workspace_id', '=', ctx.viewer.workspaceId)
    .where('i.removed_at', 'is', null);
  // SQL has no empty list: a viewer of no inbox asks for one that cannot be.
  return ctx.viewer.inboxes === 'all' ? query : query.where('i.id', 'in', [...ctx.viewer.inboxes, '']);
}

type InboxRow = Awaited<ReturnType<ReturnType<typeof visibleInboxes>['execute']>>[number];

const toInbox = (row: InboxRow): Inbox => ({
  id: row.id,
  name: row.name,
  channel: row.channel,
  key: row.key,
  allowedOrigins: row.allowed_origins,
  paused: row.paused_at !== null,
  teamIds: row.team_ids,
  brandId: row.brand_id,
});

/** The inboxes the viewer may see, oldest first. */
export async function listInboxes(ctx: Ctx, tx: Tx): Promise<Inbox[]> {
  const rows = await visibleInboxes(ctx, tx).orderBy('i.created_at').orderBy('i.id').execute();
  return rows.map(toInbox);
}

/** @throws notFound */
export async function readInbox(ctx: Ctx, tx: Tx, id: string): Promise<Inbox> {
  const row = await visibleInboxes(ctx, tx).where('i.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toInbox(row);
}

/** The secret with which the company's site signs who its customer is; null until it was shown for the first time, as nobody can have signed. */
export async function identitySecretOf(keys: Keys, tx: Tx, inbox: { workspaceId: string; id: string }): Promise<string | null> {
  const row = await tx
    .selectFrom('inboxes')
    .select('identity_secret')
    .where('workspace_id', '=', inbox.workspaceId)
    .where('id', '=', inbox.id)
    .executeTakeFirst();
  return row?.identity_secret ? unseal(keys.derive('identity-secret'), row.identity_secret) : null;
}
