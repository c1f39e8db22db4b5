import type { Ctx } from '../../platform/ctx.ts';
import { attachTo } from '../attachments/attachments.commands.ts';
import type { ConversationRow, InboundMessage, ThreadLine } from '../conversations.types.ts';
import { withoutNumbers } from '../masking/mask-inbound.ts';
import { changeConversation } from './lock.ts';
import { lockLatest, openConversation, type Received, repetition } from './receive.ts';
import { inboundStatement } from './write-inbound.ts';

/**
 * Takes in what a customer wrote long ago, read in later: with its own date, into the conversation its line is on or a new one. Nobody waits
 * for an answer to it: a new conversation is resolved as of then, a known one stays as it is. Idempotent like `receiveMessage`.
 */
export async function receivePast(ctx: Ctx, line: ThreadLine, given: InboundMessage, at: Date): Promise<Received> {
  const inbound = await withoutNumbers(ctx, given);
  return ctx.transaction(async (tx) => {
    const latest = await lockLatest(ctx, tx, line.threadId);
    const known = await repetition(ctx, tx, line, latest?.inbox_id ?? line.inboxId, inbound.externalId);
    if (known) return known;
    const before = latest ?? (await openConversation(ctx, tx, line, inbound, { now: at }));
    const arrival = { line, inbound, actor: ctx.actor, customerId: ctx.viewer.customerId ?? null, at };
    const { query, read } = inboundStatement(ctx.viewer.workspaceId, { conversationId: before.id }, [arrival]);
    const [received] = read((await query.execute(tx)).rows);
    if (!received) return (await repetition(ctx, tx, line, before.inbox_id, inbound.externalId))!;
    ctx.wakeReaders(tx);
    if (inbound.attachmentIds.length > 0) await attachTo(ctx, tx, received.message.id, inbound.attachmentIds);
    const conversation = await changeConversation(ctx, tx, before.id, latest ? asItWas(latest, at) : resolvedAt(at));
    return { message: received.message, conversation, repeated: false };
  });
}

const resolvedAt = (at: Date) => ({ status: 'resolved', resolved_at: at, waiting_since: null, handed_off_at: null });

const asItWas = (before: ConversationRow, at: Date) => ({
  status: before.status,
  resolved_at: before.resolved_at,
  waiting_since: before.waiting_since,
  ...(before.last_activity_at > at
    ? { last_activity_at: before.last_activity_at, preview: before.preview, preview_author: before.preview_author }
    : {}),
});
