import { createHash, randomBytes } from 'node:crypto';
import { findOrCreateCustomer, learnAboutCustomer } from '../../customers/customers.commands.ts';
import { normaliseIdentity } from '../../customers/customers.rules.ts';
import { moveIdentity } from '../../customers/identities.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { readInbox } from '../../workspaces/inboxes.queries.ts';

/** As long as a link token of LINE lives: what a person needs from signing in to coming back. */
const LIFE_MS = 10 * 60_000;

const hashOf = (nonce: string): Buffer => createHash('sha256').update(nonce).digest();

export type Member = { externalId: string; name?: string | undefined; reading?: string | undefined; email?: string | undefined };

/**
 * A nonce that stands for a member of the company, signed in just now: good once, for ten minutes, over this inbox. 32 bytes at random, as
 * base64url: LINE asks for 10 to 255 characters that nobody can guess. @throws notFound
 */
export async function issueAccountNonce(
  ctx: Ctx,
  inboxId: string,
  { externalId, ...about }: Member,
): Promise<{ nonce: string; expiresAt: Date }> {
  const nonce = randomBytes(32).toString('base64url');
  const expiresAt = new Date(ctx.clock.now().getTime() + LIFE_MS);
  await ctx.transaction(async (tx) => {
    await readInbox(ctx, tx, inboxId);
    await tx
      .insertInto('account_links')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        nonce_hash: hashOf(nonce),
        inbox_id: inboxId,
        external_id: externalId,
        about: JSON.stringify(about),
        expires_at: expiresAt,
      })
      .execute();
  });
  return { nonce, expiresAt };
}

/**
 * The person on the line is the member that the nonce was given for: both sides are proven, by the company and by the platform, so they are
 * one customer. A customer without a member's number gets it; otherwise the line's address, its line and what was said on it go to the
 * member's customer. A nonce that is unknown, over or somebody else's changes nothing; the same line again is content.
 * @returns whether the line is that member's now
 */
export async function identifyLine(
  ctx: Ctx,
  { inboxId, threadId, nonce }: { inboxId: string; threadId: string; nonce: string },
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const link = await tx
      .selectFrom('account_links')
      .select(['external_id', 'about', 'used_at', 'thread_id', 'expires_at'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('nonce_hash', '=', hashOf(nonce))
      .where('inbox_id', '=', inboxId)
      .forUpdate()
      .executeTakeFirst();
    if (!link) return false;
    if (link.used_at) return link.thread_id === threadId;
    if (link.expires_at <= ctx.clock.now()) return false;
    await tx
      .updateTable('account_links')
      .set({ used_at: ctx.clock.now(), thread_id: threadId })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('nonce_hash', '=', hashOf(nonce))
      .execute();
    await becomeMember(ctx, tx, threadId, { externalId: link.external_id, ...(link.about as Omit<Member, 'externalId'>) });
    return true;
  });
}

async function becomeMember(ctx: Ctx, tx: Tx, threadId: string, member: Member): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const thread = await tx
    .selectFrom('threads')
    .select(['customer_id', 'identity_id'])
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', threadId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const from = thread.customer_id;
  const to = await customerOfMember(ctx, tx, from, member);
  await learnAboutCustomer(ctx, tx, to, member);
  if (to === from) return;
  await moveIdentity(ctx, tx, { identityId: thread.identity_id, from, to });
  await moveConversations(tx, { workspace_id, identityId: thread.identity_id, from, to });
}

/** Whose number it is already; otherwise it becomes that of whoever wrote, unless they have another one. */
async function customerOfMember(ctx: Ctx, tx: Tx, customerId: string, { externalId }: Member): Promise<string> {
  const found = { kind: 'external' as const, value: externalId, verified: true, source: 'signed' };
  const workspace_id = ctx.viewer.workspaceId;
  const other = await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'external')
    .executeTakeFirst();
  if (other) return (await findOrCreateCustomer(ctx, tx, found, {})).customerId;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values({
      workspace_id,
      id: newId('idn'),
      customer_id: customerId,
      kind: found.kind,
      value: normaliseIdentity(found.kind, found.value),
      verified_at: ctx.clock.now(),
      source: found.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows ? customerId : (await findOrCreateCustomer(ctx, tx, found, {})).customerId;
}

/** What was said over an address goes with it. */
async function moveConversations(
  tx: Tx,
  { workspace_id, identityId, from, to }: { workspace_id: string; identityId: string; from: string; to: string },
) {
  await tx
    .updateTable('conversations')
    .set({ customer_id: to })
    .where('workspace_id', '=', workspace_id)
    .where('customer_id', '=', from)
    .where('thread_id', 'in', (eb) =>
      eb.selectFrom('threads').select('id').where('workspace_id', '=', workspace_id).where('identity_id', '=', identityId),
    )
    .execute();
  await tx
    .updateTable('threads')
    .set({ customer_id: to })
    .where('workspace_id', '=', workspace_id)
    .where('identity_id', '=', identityId)
    .execute();
}
