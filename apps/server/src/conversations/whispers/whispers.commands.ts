import type { WhisperOutcome } from '@madoguchi/contract/whispers.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockConversation, subjectsOf } from '../commands/lock.ts';
import { conversationMerged } from '../conversations.errors.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { whisperNotYours, whisperRefused } from './whispers.errors.ts';
import { whisperSaid, whisperSettled } from './whispers.events.ts';
import { isRefused } from './whispers.rules.ts';

type Words = { text: string; idempotencyKey: string };

/**
 * Says something to whoever has a conversation; what they answered and nobody took up is answered with it. Idempotent by (author, idempotencyKey).
 * @returns its id @throws whisperRefused when it is not theirs, with who has it · conversationMerged · notFound
 */
export async function whisperTo(ctx: Ctx, conversationId: string, { to, ...words }: Words & { to: string }): Promise<string> {
  return ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const repeated = await saidBefore(ctx, tx, words);
    if (repeated) return repeated;
    if (conversation.merged_into) throw conversationMerged({ into: conversation.merged_into });
    const assigneeId = conversation.assignee_agent_id;
    if (isRefused(assigneeId, to, ctx.actor.id)) throw whisperRefused({ assignee: await named(ctx, tx, assigneeId) });
    for (const answer of await openBetween(ctx, tx, conversation.id, to)) await settle(ctx, tx, conversation, answer, 'answered');
    return say(ctx, tx, conversation, to, words, null);
  });
}

/** Whispers back to whoever whispered. Idempotent by (author, idempotencyKey). @returns its id @throws whisperNotYours · notFound */
export async function answerWhisper(ctx: Ctx, id: string, words: Words): Promise<string> {
  return ctx.transaction(async (tx) => {
    const asked = await lockWhisper(ctx, tx, id);
    const conversation = await lockConversation(ctx, tx, asked.conversation_id);
    const repeated = await saidBefore(ctx, tx, words);
    if (repeated) return repeated;
    // A program has no desk on which it could be answered.
    if (asked.to_agent_id !== ctx.actor.id || !(await named(ctx, tx, asked.author_id))) throw whisperNotYours();
    await settle(ctx, tx, conversation, asked, 'answered');
    return say(ctx, tx, conversation, asked.author_id, words, asked.id);
  });
}

/** Notes what came of a whisper; the first word counts. @throws whisperNotYours · notFound */
export async function settleWhisper(ctx: Ctx, id: string, outcome: WhisperOutcome): Promise<void> {
  await ctx.transaction(async (tx) => {
    const whisper = await lockWhisper(ctx, tx, id);
    if (whisper.to_agent_id !== ctx.actor.id) throw whisperNotYours();
    await settle(ctx, tx, await lockConversation(ctx, tx, whisper.conversation_id), whisper, outcome);
  });
}

type Locked = Awaited<ReturnType<typeof lockWhisper>>;

async function lockWhisper(ctx: Ctx, tx: Tx, id: string) {
  const row = await tx
    .selectFrom('whispers')
    .select(['id', 'conversation_id', 'author_id', 'to_agent_id', 'outcome'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** What an agent said to whoever speaks now, and waits for a word of theirs. */
const openBetween = (ctx: Ctx, tx: Tx, conversationId: string, by: string): Promise<Locked[]> =>
  tx
    .selectFrom('whispers')
    .select(['id', 'conversation_id', 'author_id', 'to_agent_id', 'outcome'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('author_id', '=', by)
    .where('to_agent_id', '=', ctx.actor.id ?? '')
    .where('outcome', 'is', null)
    .forUpdate()
    .execute();

async function settle(ctx: Ctx, tx: Tx, conversation: ConversationRow, whisper: Locked, outcome: WhisperOutcome): Promise<void> {
  if (whisper.outcome !== null) return;
  await tx
    .updateTable('whispers')
    .set({ outcome, settled_at: ctx.clock.now() })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', whisper.id)
    .execute();
  const { author_id: authorId, to_agent_id: toAgentId } = whisper;
  await ctx.append(tx, whisperSettled({ whisperId: whisper.id, authorId, toAgentId, outcome }), subjectsOf(conversation));
}

async function say(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  to: string,
  { text, idempotencyKey }: Words,
  answers: string | null,
): Promise<string> {
  const id = newId('wsr');
  const authorId = ctx.actor.id ?? '';
  await tx
    .insertInto('whispers')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id,
      conversation_id: conversation.id,
      author_id: authorId,
      author_name: ctx.actor.name,
      to_agent_id: to,
      text,
      answers,
      outcome: null,
      settled_at: null,
      idempotency_key: idempotencyKey,
      created_at: ctx.clock.now(),
    })
    .execute();
  await ctx.append(tx, whisperSaid({ whisperId: id, authorId, toAgentId: to }), subjectsOf(conversation));
  return id;
}

const saidBefore = async (ctx: Ctx, tx: Tx, { idempotencyKey }: Words): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('whispers')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('author_id', '=', ctx.actor.id ?? '')
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst()
  )?.id;

/** An agent who works here. */
async function named(ctx: Ctx, tx: Tx, id: string | null): Promise<{ id: string; name: string } | null> {
  if (id === null) return null;
  const row = await tx
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
