import { randomUUID } from 'node:crypto';
import { threadFor } from '../../conversations/commands/thread-for.ts';
import { findOrCreateCustomer, learnAboutCustomer, type Reached } from '../../customers/customers.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import type { SignedIdentity } from './chat.identity.ts';
import type { VisitorToken } from './chat.types.ts';

type Arrival = { inboxId: string; token: VisitorToken | null; identity: SignedIdentity | null; locale: string; visitorName: string };

/**
 * Finds or begins what a browser stands for. A visitor without identity keeps their token's thread. A signed-in customer has one thread on
 * all their devices; an anonymous visitor who signs in keeps their conversation, unless that customer is known already: then theirs goes on.
 */
export async function arrive(ctx: Ctx, { inboxId, token, identity, locale, visitorName }: Arrival): Promise<VisitorToken> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    if (!identity) {
      if (token && (await threadIsThere(tx, workspaceId, token))) return token;
      const visitor = randomUUID();
      const reached = await findOrCreateCustomer(ctx, tx, { kind: 'visitor', value: visitor, verified: true, source: 'chat' }, { locale });
      const threadId = await threadFor(ctx, tx, { inboxId, ...reached, externalId: `visitor:${visitor}` });
      return { workspaceId, inboxId, customerId: reached.customerId, threadId, name: visitorName, identified: false };
    }

    const reached =
      token && !token.identified && (await threadIsThere(tx, workspaceId, token))
        ? await identify(ctx, tx, token, identity)
        : await findOrCreateCustomer(ctx, tx, found(identity), { ...identity, locale });
    await learnAboutCustomer(ctx, tx, reached.customerId, identity);
    const threadId = await threadFor(ctx, tx, { inboxId, ...reached, externalId: `external:${identity.externalId}` });
    return { workspaceId, inboxId, customerId: reached.customerId, threadId, name: identity.name ?? visitorName, identified: true };
  });
}

const found = ({ externalId }: SignedIdentity) => ({ kind: 'external' as const, value: externalId, verified: true, source: 'signed' });

/** Gives an anonymous visitor's customer the identity just proven, unless it is another customer's already. */
async function identify(ctx: Ctx, tx: Tx, token: VisitorToken, identity: SignedIdentity): Promise<Reached> {
  const identityId = newId('idn');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: identityId,
      customer_id: token.customerId,
      kind: 'external',
      value: identity.externalId,
      verified_at: ctx.clock.now(),
      source: 'signed',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return findOrCreateCustomer(ctx, tx, found(identity), identity);
  await tx
    .updateTable('threads')
    .set({ external_id: `external:${identity.externalId}`, identity_id: identityId })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', token.threadId)
    .execute();
  return { customerId: token.customerId, identityId };
}

async function threadIsThere(tx: Tx, workspaceId: string, token: VisitorToken): Promise<boolean> {
  const thread = await tx
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', token.threadId)
    .executeTakeFirst();
  return thread !== undefined;
}
