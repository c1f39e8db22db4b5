import type { Block } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import { lockConversation } from '../conversations/commands/lock.ts';
import { sayAsSystem } from '../conversations/commands/system.ts';
import { conversationOpened, conversationUnmarkedSpam } from '../conversations/conversations.events.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import type { Channels } from './channels.registry.ts';
import type { Calls } from './port/calls.ts';

type Deps = { channels: Channels; calls: Calls };

const HOUR_MS = 3_600_000;
/** After a day nobody wonders any more whether their mail arrived; and old mail that is read in is nobody's news. */
const LATE_MS = 24 * HOUR_MS;
/** However two machines came to write to each other: one address hears from us by itself once an hour, all of them together so often. */
const PER_HOUR = 20;

/**
 * Tells customers that what they wrote arrived, and its number, on channels that do: once per conversation, and never so often that a
 * machine at the other end could keep it going.
 */
export const acknowledgeReader = (deps: Deps): Reader =>
  reader('channels.acknowledge', {
    [conversationOpened.factName]: async (ctx, { conversation_id, actor_kind, data }) => {
      const { channel } = data as { channel: string };
      if (conversation_id && actor_kind === 'customer' && deps.channels.byName(channel)?.acknowledge)
        await acknowledge(deps, ctx, conversation_id);
    },
    [conversationUnmarkedSpam.factName]: async (ctx, { conversation_id }) => {
      if (conversation_id) await acknowledge(deps, ctx, conversation_id);
    },
  });

async function acknowledge({ channels, calls }: Deps, ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const opened = await openedOf(ctx, tx, conversationId);
    // A spam mail is never acknowledged; one that turns out to be none is, unless somebody has come first.
    if (conversation.turn === 'spam' || conversation.agent_acted_at) return;
    if (!opened || ctx.clock.now().getTime() - opened.at.getTime() > LATE_MS || conversation.status !== 'open') return;
    const call = await calls({ ...opened.inbox, workspaceId: ctx.viewer.workspaceId }, tx);
    const said = channels.byName(opened.inbox.channel)?.acknowledge?.(call, {
      blocks: opened.blocks,
      number: conversation.number,
      name: opened.name,
      locale: conversation.locale === 'en' ? 'en' : 'ja',
      workspace: opened.workspace,
      state: opened.state,
    });
    if (!said || (await isTooMuch(ctx, tx, conversation.inbox_id, opened.identityId))) return;
    const blocks: Block[] = said.subject ? [{ type: 'subject', text: said.subject }] : [];
    await sayAsSystem(ctx, tx, conversation, { text: said.text, blocks, externalId: `acknowledge:${conversationId}` });
  });
}

/** The message that opened a conversation, with its sender and its inbox; null when they cannot be written to, or the inbox rests. */
async function openedOf(ctx: Ctx, tx: Tx, conversationId: string) {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .innerJoin('customers as c', (join) => join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'))
    .innerJoin('workspaces as w', 'w.workspace_id', 'm.workspace_id')
    .select(['m.blocks', 'm.created_at', 't.identity_id', 'i.id', 'i.name', 'i.key', 'i.channel', 'c.name as customer_name'])
    .select(['t.state', 'w.name as workspace_name'])
    .where('m.workspace_id', '=', ctx.viewer.workspaceId)
    .where('m.conversation_id', '=', conversationId)
    .where('m.author_kind', '=', 'customer')
    .where('t.reachable', '=', true)
    .where('i.removed_at', 'is', null)
    .where('i.paused_at', 'is', null)
    .orderBy('m.seq')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { id, name, key, channel, blocks, created_at, identity_id, customer_name, state, workspace_name } = row;
  return {
    inbox: { id, name, key, channel },
    blocks: blocks as Block[],
    at: created_at,
    identityId: identity_id,
    name: customer_name,
    workspace: workspace_name,
    state: state as Record<string, unknown>,
  };
}

async function isTooMuch(ctx: Ctx, tx: Tx, inboxId: string, identityId: string): Promise<boolean> {
  // Facts of several conversations are read side by side: one of an inbox counts and speaks at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`acknowledge:${inboxId}`}, 0))`.execute(tx);
  const lately = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .select('t.identity_id')
    .where('m.workspace_id', '=', ctx.viewer.workspaceId)
    .where('m.inbox_id', '=', inboxId)
    .where('m.author_kind', '=', 'system')
    .where('m.created_at', '>', new Date(ctx.clock.now().getTime() - HOUR_MS))
    .limit(PER_HOUR)
    .execute();
  return lately.length >= PER_HOUR || lately.some(({ identity_id }) => identity_id === identityId);
}
