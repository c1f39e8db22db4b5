import type { Status } from '@madoguchi/contract/conversations.ts';
import { bringBack } from '../conversations/commands/bring-back.ts';
import { lockConversation, subjectsOf } from '../conversations/commands/lock.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { comesBack } from './answer.rules.ts';
import type { SidePlace } from './place-side.queries.ts';
import { addressIn } from './recipients.rules.ts';
import { withSide } from './side-conversations.commands.ts';
import { sideAnswered, sideAutoReplied, sideFailed } from './side-conversations.events.ts';
import type { SideRow } from './side-conversations.types.ts';

type Answer = {
  externalId: string;
  kind: 'message' | 'auto_reply';
  from: string;
  name: string;
  to: readonly string[];
  cc: readonly string[];
  text: string;
  quoted: string;
  verified: boolean;
  /** Keeps what came along; asked for only once it is known to be new. */
  files: () => Promise<string[]>;
};

/** Puts a mail into its side conversation, once. What a person wrote marks it unread and brings the conversation back. */
export async function putAnswer(ctx: Ctx, inboxId: string, place: SidePlace, answer: Answer): Promise<void> {
  const there = await ctx.transaction((tx) => isThere(ctx, tx, inboxId, answer.externalId));
  if (there) return;
  // Before the rows: files are durable first, and nothing is locked meanwhile.
  const fileIds = await answer.files();
  await withSide(ctx, place.sideId, async (tx, side, conversation) => {
    if (await isThere(ctx, tx, inboxId, answer.externalId)) return;
    const messageId = await write(ctx, tx, side, { ...answer, joinedBy: place.joinedBy, fileIds });
    const about = { sideId: side.id, messageId };
    if (answer.kind === 'auto_reply') return ctx.append(tx, sideAutoReplied(about), subjectsOf(conversation));
    await ctx.append(tx, sideAnswered(about), subjectsOf(conversation));
    await tellAssignee(ctx, tx, conversation, side.state === 'done');
  });
}

const isThere = async (ctx: Ctx, tx: Tx, inboxId: string, externalId: string): Promise<boolean> =>
  (await tx
    .selectFrom('side_messages')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()) !== undefined;

async function write(ctx: Ctx, tx: Tx, side: SideRow, answer: Answer & { joinedBy: string; fileIds: string[] }): Promise<string> {
  const { workspaceId } = ctx.viewer;
  const id = newId('sdm');
  const now = ctx.clock.now();
  const seq = side.last_seq + 1;
  const written = [...side.to_addresses, ...side.cc_addresses].map(addressIn);
  await tx
    .insertInto('side_messages')
    .values({
      workspace_id: workspaceId,
      id,
      side_id: side.id,
      inbox_id: side.inbox_id,
      seq,
      direction: 'in',
      kind: answer.kind,
      author_id: null,
      author_name: answer.name,
      from_address: answer.from,
      to_addresses: [...answer.to],
      cc_addresses: [...answer.cc],
      text: answer.text,
      quoted: answer.quoted,
      file_ids: answer.fileIds,
      delivery: 'received',
      failure: null,
      verified: answer.verified,
      stranger: !written.includes(answer.from),
      joined_by: answer.joinedBy,
      external_id: answer.externalId,
      idempotency_key: null,
      created_at: now,
    })
    .execute();
  if (answer.fileIds.length > 0)
    await tx
      .updateTable('attachments')
      .set({ side_message_id: id })
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', answer.fileIds)
      .execute();
  await tx
    .updateTable('side_conversations')
    .set({ last_seq: seq, last_at: now, ...(answer.kind === 'message' ? { state: 'answered', unread: true } : {}) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', side.id)
    .execute();
  return id;
}

/** The conversation, or the one it went on in, comes back to whoever has it. */
async function tellAssignee(ctx: Ctx, tx: Tx, conversation: ConversationRow, sideWasDone: boolean): Promise<void> {
  const goesOn = conversation.merged_into ? await lockConversation(ctx, tx, conversation.merged_into) : conversation;
  const standing = {
    status: goesOn.status as Status,
    snoozed: goesOn.snoozed_at !== null,
    spam: goesOn.turn === 'spam',
    merged: goesOn.merged_into !== null,
  };
  if (comesBack(standing, sideWasDone)) await bringBack(ctx, tx, goesOn, 'side_answer');
}

/** Their server says that a mail of ours did not arrive: the mail is marked, and the side conversation is ours to see to. Once. */
export async function noteBounce(ctx: Ctx, messageId: string, failure: { code: string; detail: string }): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const found = await ctx.transaction((tx) =>
    tx
      .selectFrom('side_messages')
      .select(['side_id', 'delivery'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', messageId)
      .executeTakeFirst(),
  );
  if (!found || found.delivery === 'failed') return;
  await withSide(ctx, found.side_id, async (tx, side, conversation) => {
    await tx
      .updateTable('side_messages')
      .set({ delivery: 'failed', failure: JSON.stringify(failure) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', messageId)
      .execute();
    await tx
      .updateTable('side_conversations')
      .set({ unread: true })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', side.id)
      .execute();
    await ctx.append(tx, sideFailed({ sideId: side.id, messageId, code: failure.code }), subjectsOf(conversation));
  });
}
