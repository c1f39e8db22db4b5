import { customerSeen } from '../../customers/customers.commands.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import type { Tx } from '../../platform/db/db.ts';
import { gather } from '../../platform/gather.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { attachTo } from '../attachments/attachments.commands.ts';
import { messageEmpty } from '../conversations.errors.ts';
import { conversationOpened, conversationReopened } from '../conversations.events.ts';
import { type Known, placeInbound, subjectOf } from '../conversations.rules.ts';
import type { ConversationRow, InboundMessage, MessageRow, SpamVerdict, ThreadLine } from '../conversations.types.ts';
import { withoutNumbers } from '../masking/mask-inbound.ts';
import { nextNumber } from './next-number.ts';
import { markSpamIn, spamColumns, spamFact } from './spam.ts';
import { type Arrival, inboundStatement, type Written } from './write-inbound.ts';

export type Received = { message: MessageRow; conversation: ConversationRow; repeated: boolean };

/**
 * Takes a customer's message in: on an open conversation of its thread, or a new one. Idempotent by (inbox, externalId): a repetition
 * returns the message already kept and writes nothing.
 * @throws messageEmpty for neither text nor file nor block · attachmentGone for a file that is not the sender's or already used
 */
export async function receiveMessage(ctx: Ctx, line: ThreadLine, inbound: InboundMessage): Promise<Received> {
  const received = await receiveUnless(ctx, line, inbound, async () => false);
  return received!;
}

/**
 * Asked of plain words before they open a conversation, or open one again: true when they are meant for something else and were taken
 * there. What is said in a conversation that is open never gets here, and costs nothing more.
 */
export type Aside = (line: ThreadLine, inbound: InboundMessage) => Promise<boolean>;

/** receiveMessage, unless the words are no message: null then. */
export async function receiveUnless(ctx: Ctx, line: ThreadLine, given: InboundMessage, aside: Aside): Promise<Received | null> {
  if (isEmpty(given)) throw messageEmpty();
  const inbound = await withoutNumbers(ctx, given);
  const arrival = arrivalOf(ctx, line, inbound);
  const [written] = isPlain(inbound) ? await continueOpen(ctx, [arrival]) : [];
  if (written) return { ...written, repeated: false };
  return isPlain(inbound) && (await aside(line, inbound)) ? null : placeAndWrite(ctx, line, inbound);
}

const isEmpty = ({ text, attachmentIds, blocks = [] }: InboundMessage): boolean =>
  text.trim() === '' && attachmentIds.length === 0 && blocks.length === 0;

/** Words alone, as most messages are: on an open conversation they take one round trip. */
const isPlain = ({ attachmentIds }: InboundMessage): boolean => attachmentIds.length === 0;

const arrivalOf = (ctx: Ctx, line: ThreadLine, inbound: InboundMessage): Arrival => ({
  line,
  inbound,
  actor: ctx.actor,
  customerId: ctx.viewer.customerId ?? null,
  at: ctx.clock.now(),
});

/** The common case in one round trip: plain words on open conversations. Null for every message that is another case. */
async function continueOpen(ctx: Ctx, arrivals: readonly Arrival[]): Promise<(Written | null)[]> {
  const { query, read } = inboundStatement(ctx.viewer.workspaceId, 'latest_if_open', arrivals);
  return read(await ctx.statement((compile) => ({ compile: () => query.compile(compile) }), { wakes: true }));
}

/**
 * receiveUnless for a channel that is written to by many at once: what comes while other messages are being written is gathered and
 * written together, in the fence of its inbox; each message still goes into its own customer's conversation or none. One alone is
 * written at once, behind its own customer's fence.
 */
export function makeReceiver(platform: Platform): typeof receiveUnless {
  type Waiting = { ctx: Ctx; arrival: Arrival };
  const byInbox = new Map<string, (waiting: Waiting) => Promise<Written | null>>();
  const writeTogether = ([first, ...others]: [Waiting, ...Waiting[]]) => {
    if (others.length === 0) return continueOpen(first.ctx, [first.arrival]);
    const viewer = { workspaceId: first.ctx.viewer.workspaceId, inboxes: [first.arrival.line.inboxId] };
    const arrivals = [first, ...others].map(({ arrival }) => arrival);
    return continueOpen(makeCtx(platform, viewer, systemActor), arrivals);
  };
  const writerOf = ({ arrival }: Waiting) => {
    const { inboxId } = arrival.line;
    const known = byInbox.get(inboxId);
    const writer =
      known ?? gather(writeTogether, { keyOf: (one) => one.arrival.line.threadId, atOnce: 1, size: 50, isEverybodys: isDatabaseAway });
    if (!known) byInbox.set(inboxId, writer);
    return writer;
  };
  return async (ctx, line, given, aside) => {
    if (!ctx.viewer.customerId || !isPlain(given) || given.text.trim() === '') return receiveUnless(ctx, line, given, aside);
    const inbound = await withoutNumbers(ctx, given);
    const waiting = { ctx, arrival: arrivalOf(ctx, line, inbound) };
    const written = await writerOf(waiting)(waiting);
    if (written) return { ...written, repeated: false };
    return (await aside(line, inbound)) ? null : placeAndWrite(ctx, line, inbound);
  };
}

async function placeAndWrite(ctx: Ctx, line: ThreadLine, inbound: InboundMessage): Promise<Received> {
  const spam = (await inbound.judge?.()) ?? null;
  return ctx.transaction(async (tx) => {
    const latest = await lockLatest(ctx, tx, line.threadId);
    const place = placeInbound(latest ? standingOf(latest) : null, ctx.clock.now());

    const known = place === 'open' ? await repetition(ctx, tx, line, latest?.inbox_id ?? line.inboxId, inbound.externalId) : null;
    if (known) return known;
    const conversation = place === 'open' ? await openConversation(ctx, tx, line, inbound, { spam }) : latest!;
    const arrival = arrivalOf(ctx, line, inbound);
    const { query, read } = inboundStatement(ctx.viewer.workspaceId, { conversationId: conversation.id }, [arrival]);
    const [received] = read((await query.execute(tx)).rows);
    if (!received) return (await repetition(ctx, tx, line, conversation.inbox_id, inbound.externalId))!;
    ctx.wakeReaders(tx);
    if (place === 'reopen') await ctx.append(tx, conversationReopened({ from: 'resolved' }), subjects(received.conversation));
    if (inbound.attachmentIds.length > 0) await attachTo(ctx, tx, received.message.id, inbound.attachmentIds);
    // Whoever is answered already is judged by nobody; whom the company blocked since then is.
    if (place !== 'open' && spam?.by === 'block_list') await markSpamIn(ctx, tx, received.conversation, spam);
    return { ...received, repeated: false };
  });
}

const subjects = (row: ConversationRow) => ({ inboxId: row.inbox_id, conversationId: row.id, customerId: row.customer_id });

const standingOf = (row: ConversationRow): Known => ({
  status: row.status as Known['status'],
  handledBy: row.handled_by as Known['handledBy'],
  resolvedAt: row.resolved_at,
});

/**
 * The conversation that a line goes on with, locked. Also the turnstile: two messages of one thread are taken in one after the other. None
 * when that went on in another one which this line's customer may not see: there they begin anew.
 */
export async function lockLatest(ctx: Ctx, tx: Tx, threadId: string): Promise<ConversationRow | undefined> {
  for (let again = 0; again < MOST_MERGES; again++) {
    const row = await tx
      .selectFrom('conversations')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', (eb) =>
        eb
          .selectFrom('threads as t')
          .select('t.latest_conversation_id')
          .where('t.workspace_id', '=', ctx.viewer.workspaceId)
          .where('t.id', '=', threadId),
      )
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row?.merged_into) return row;
  }
  return undefined;
}

/** Merged while its lock was waited for, it is looked for once more; a line that stays behind is another customer's. */
const MOST_MERGES = 3;

/** A line may write into a conversation that began in another inbox, whose its messages then are: both are looked through. */
export async function repetition(ctx: Ctx, tx: Tx, line: ThreadLine, inboxId: string, externalId: string): Promise<Received | null> {
  const message = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', 'in', [line.inboxId, inboxId])
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  if (!message) return null;
  const conversation = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', message.conversation_id)
    .executeTakeFirstOrThrow();
  return { message, conversation, repeated: true };
}

export async function openConversation(
  ctx: Ctx,
  tx: Tx,
  line: ThreadLine,
  inbound: InboundMessage,
  { now = ctx.clock.now(), spam = null }: { now?: Date; spam?: SpamVerdict | null } = {},
): Promise<ConversationRow> {
  // A thread row lock keeps two first messages of one visitor from opening two conversations. It must not be the strongest one: a second
  // change of a conversation within one transaction (the bot's) checks its foreign key, and would wait here for who waits for it.
  const thread = await tx
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', line.threadId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!thread) throw notFound();
  const meanwhile = await lockLatest(ctx, tx, line.threadId);
  if (meanwhile && (meanwhile.status === 'open' || meanwhile.status === 'waiting')) return meanwhile;

  const opened = await tx
    .insertInto('conversations')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('cnv'),
      number: await nextNumber(ctx, tx),
      inbox_id: line.inboxId,
      channel: line.channel,
      customer_id: line.customerId,
      thread_id: line.threadId,
      subject: inbound.subject ?? subjectOf(inbound.text),
      handled_by: inbound.firstAnswer,
      locale: inbound.locale,
      last_activity_at: now,
      created_at: now,
      waiting_since: now,
      handed_off_at: inbound.firstAnswer === 'human' ? now : null,
      page: null,
      ...(spam ? spamColumns(spam, now) : {}),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('threads')
    .set({ latest_conversation_id: opened.id })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', line.threadId)
    .execute();
  await customerSeen(ctx, tx, line.customerId);
  await ctx.append(
    tx,
    conversationOpened({ number: opened.number, channel: line.channel, handledBy: inbound.firstAnswer }),
    subjects(opened),
  );
  if (spam) await ctx.append(tx, spamFact(spam), subjects(opened));
  return opened;
}
