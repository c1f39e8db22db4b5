import type { Ctx } from '../../platform/ctx.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import { messageDelivered, messageFailed, messageRetried, messageUnsent } from '../conversations.events.ts';
import { canComeTo, previewOf } from '../conversations.rules.ts';
import type { DeliveryOutcome, MessageRow } from '../conversations.types.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';

export type { DeliveryOutcome } from '../conversations.types.ts';

/** The conversation's lock first, as everywhere; then the message is read behind it. Null: there is no such message any more. */
async function change(
  ctx: Ctx,
  messageId: string,
  decide: (message: MessageRow) => { set: Partial<MessageRow>; fact: Fact; preview?: string } | null,
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const find = () =>
      tx
        .selectFrom('messages')
        .selectAll()
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', messageId)
        .executeTakeFirst();
    const found = await find();
    if (!found) return false;
    const conversation = await lockConversation(ctx, tx, found.conversation_id);
    const message = (await find())!;
    const decided = decide(message);
    if (!decided) return false;
    await tx
      .updateTable('messages')
      .set(decided.set)
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', messageId)
      .execute();
    if (decided.preview !== undefined && message.seq === conversation.last_seq)
      await changeConversation(ctx, tx, conversation.id, { preview: decided.preview });
    await ctx.append(tx, decided.fact, subjectsOf(conversation));
    return true;
  });
}

/**
 * What the platform says became of our message. Repeated or late word changes nothing: delivered stays delivered.
 * @returns whether anything changed
 */
export function noteDelivery(ctx: Ctx, messageId: string, outcome: DeliveryOutcome): Promise<boolean> {
  return change(ctx, messageId, (message) => {
    if (!canComeTo(message, outcome.state)) return null;
    const subject = { messageId, seq: message.seq };
    if (outcome.state === 'delivered')
      return { set: { delivery: 'sent', failure: null, delivered_at: outcome.at }, fact: messageDelivered(subject) };
    const failure = { code: outcome.code, detail: outcome.detail };
    return { set: { delivery: 'failed', failure: JSON.stringify(failure) }, fact: messageFailed({ ...subject, code: outcome.code }) };
  });
}

/** A failed message is on its way again. @returns false when it is not a failed one */
export function noteRetry(ctx: Ctx, messageId: string): Promise<boolean> {
  return change(ctx, messageId, (message) =>
    message.delivery === 'failed'
      ? { set: { delivery: 'sent', failure: null }, fact: messageRetried({ messageId, seq: message.seq }) }
      : null,
  );
}

/** The customer took their message back: its words and blocks go, that there was one stays. A second time changes nothing. */
export function noteUnsent(ctx: Ctx, messageId: string): Promise<boolean> {
  return change(ctx, messageId, (message) =>
    message.author_kind === 'customer' && message.delivery !== 'withdrawn'
      ? {
          set: { delivery: 'withdrawn', text: '', blocks: JSON.stringify([]) },
          fact: messageUnsent({ messageId, seq: message.seq }),
          preview: previewOf('', 0),
        }
      : null,
  );
}
