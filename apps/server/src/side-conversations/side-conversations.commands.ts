import { lockConversation, subjectsOf } from '../conversations/commands/lock.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import { idsOfPerson } from '../customers/people/people.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { type Recipients, recipientsOf } from './recipients.rules.ts';
import { type Said, SIDE_MAIL_TASK, say } from './say.commands.ts';
import { addressMalformed, addressOfCustomer, addressOwn, inboxRefused, notFailed } from './side-conversations.errors.ts';
import { sideSeen, sideStarted, sideStateSet, sideWritten } from './side-conversations.events.ts';
import type { SideRow } from './side-conversations.types.ts';
import { sideInboxes } from './side-inboxes.queries.ts';

/**
 * Asks somebody else by e-mail about a conversation. The same key again is the same side conversation. @returns its id
 * @throws notFound · side.address_malformed · side.address_of_customer · side.address_own · side.inbox_refused · side.not_of_conversation ·
 * side.files_too_large
 */
export async function startSide(
  ctx: Ctx,
  conversationId: string,
  wish: Said & Recipients & { inboxId: string; subject: string },
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const known = await saidBefore(ctx, tx, wish.idempotencyKey);
    if (known) return known;
    const recipients = await checkedRecipients(ctx, tx, conversation, wish.inboxId, wish);
    const now = ctx.clock.now();
    const side = await tx
      .insertInto('side_conversations')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('sid'),
        conversation_id: conversationId,
        inbox_id: wish.inboxId,
        subject: wish.subject.replace(/\s+/g, ' ').trim(),
        to_addresses: recipients.to,
        cc_addresses: recipients.cc,
        state: 'waiting',
        started_by: ctx.actor.id,
        started_name: ctx.actor.name,
        created_at: now,
        last_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const messageId = await say(ctx, tx, side, wish);
    await ctx.append(tx, sideStarted({ sideId: side.id, messageId }), subjectsOf(conversation));
    return side.id;
  });
}

/** Writes again, to the same people unless others are named; the same key again writes nothing. @throws as startSide */
export async function writeSide(ctx: Ctx, sideId: string, wish: Said & Partial<Recipients>): Promise<void> {
  await withSide(ctx, sideId, async (tx, side, conversation) => {
    if (await saidBefore(ctx, tx, wish.idempotencyKey)) return;
    const wanted = { to: wish.to ?? side.to_addresses, cc: wish.cc ?? side.cc_addresses };
    const recipients = await checkedRecipients(ctx, tx, conversation, side.inbox_id, wanted);
    const messageId = await say(ctx, tx, { ...side, to_addresses: recipients.to, cc_addresses: recipients.cc }, wish);
    await ctx.append(tx, sideWritten({ sideId, messageId }), subjectsOf(conversation));
  });
}

/** Done, or waiting for them again. The same again changes nothing. @throws notFound */
export async function setSideState(ctx: Ctx, sideId: string, state: 'waiting' | 'done'): Promise<void> {
  await withSide(ctx, sideId, async (tx, side, conversation) => {
    if (side.state === state) return;
    await change(ctx, tx, sideId, { state, unread: false });
    await ctx.append(tx, sideStateSet({ sideId, from: side.state, to: state }), subjectsOf(conversation));
  });
}

/** Somebody here has looked at it: nobody else has to. @throws notFound */
export async function markSideSeen(ctx: Ctx, sideId: string): Promise<void> {
  await withSide(ctx, sideId, async (tx, side, conversation) => {
    if (!side.unread) return;
    await change(ctx, tx, sideId, { unread: false });
    await ctx.append(tx, sideSeen({ sideId }), subjectsOf(conversation));
  });
}

/** Sends once more what could not go out. @returns the side conversation · @throws notFound · side.not_failed */
export async function retrySideMessage(ctx: Ctx, messageId: string): Promise<string> {
  const sideId = await ctx.transaction((tx) => sideOfMessage(ctx, tx, messageId));
  await withSide(ctx, sideId, async (tx, _side, conversation) => {
    const { numUpdatedRows } = await tx
      .updateTable('side_messages')
      .set({ delivery: 'queued', failure: null, tries: 0 })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', messageId)
      .where('direction', '=', 'out')
      .where('delivery', '=', 'failed')
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) throw notFailed();
    await enqueue(tx, ctx, SIDE_MAIL_TASK, { messageId }, { runAt: ctx.clock.now(), key: `side-mail:${messageId}` });
    await ctx.append(tx, sideWritten({ sideId, messageId }), subjectsOf(conversation));
  });
  return sideId;
}

async function sideOfMessage(ctx: Ctx, tx: Tx, messageId: string): Promise<string> {
  const row = await tx
    .selectFrom('side_messages')
    .select('side_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.side_id;
}

/** Locked with its conversation, the conversation first, as everybody does. @throws notFound */
export async function withSide(
  ctx: Ctx,
  sideId: string,
  work: (tx: Tx, side: SideRow, conversation: ConversationRow) => Promise<void>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const find = () =>
      tx.selectFrom('side_conversations').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', sideId);
    const found = await find().executeTakeFirst();
    if (!found) throw notFound();
    const conversation = await lockConversation(ctx, tx, found.conversation_id);
    await work(tx, await find().forUpdate().executeTakeFirstOrThrow(), conversation);
  });
}

const change = (ctx: Ctx, tx: Tx, sideId: string, set: { state?: string; unread?: boolean }) =>
  tx.updateTable('side_conversations').set(set).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', sideId).execute();

async function saidBefore(ctx: Ctx, tx: Tx, key: string): Promise<string | null> {
  const row = await tx
    .selectFrom('side_messages')
    .select('side_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('author_id', '=', ctx.actor.id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row?.side_id ?? null;
}

async function checkedRecipients(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  inboxId: string,
  wanted: Recipients,
): Promise<Recipients> {
  const inbox = (await sideInboxes(ctx, tx, conversation.id)).find(({ id }) => id === inboxId);
  if (!inbox) throw inboxRefused();
  const identities = await tx
    .selectFrom('identities')
    .select('value')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('kind', '=', 'email')
    .where('customer_id', 'in', idsOfPerson(tx, ctx.viewer.workspaceId, conversation.customer_id))
    .execute();
  const found = recipientsOf(wanted, { customer: identities.map(({ value }) => value.toLowerCase()), own: inbox.own });
  if (!('fault' in found)) return found;
  const { fault, address } = found;
  throw { malformed: addressMalformed, customer: addressOfCustomer, own: addressOwn }[fault]({ address });
}
