import { sideConversations } from '../../../../fixtures/side-conversations.ts';
import { subjectsOf } from '../conversations/commands/lock.ts';
import { relate } from '../conversations/related/related.commands.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { sideAnswered, sideStarted } from '../side-conversations/side-conversations.events.ts';

const MINUTE_MS = 60_000;

/** What stands beside the stories: a mail to a carrier with its answer, and a link to another conversation. Those that are there stay as they are. */
export async function addBeside(ctx: Ctx, agents: ReadonlyMap<string, { id: string; name: string }>): Promise<void> {
  for (const wish of sideConversations) {
    const [one, other] = await ctx.transaction(async (tx) => [await storyOf(ctx, tx, wish.story), await storyOf(ctx, tx, wish.related)]);
    if (!one || !other) continue;
    await relate(ctx, one.id, other.id, 'related');
    await ctx.transaction((tx) => addSide(ctx, tx, wish, one, agents));
  }
}

const storyOf = (ctx: Ctx, tx: Tx, key: string) =>
  tx
    .selectFrom('conversations as c')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.thread_id'))
    .selectAll('c')
    .where('c.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.external_id', '=', `demo:${key}`)
    .executeTakeFirst();

type Wish = (typeof sideConversations)[number];
type Story = NonNullable<Awaited<ReturnType<typeof storyOf>>>;

async function addSide(
  ctx: Ctx,
  tx: Tx,
  { subject, to, lines }: Wish,
  story: Story,
  agents: ReadonlyMap<string, { id: string; name: string }>,
) {
  const { workspaceId } = ctx.viewer;
  const there = await tx
    .selectFrom('side_conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', story.id)
    .execute();
  if (there.length > 0) return;
  const at = (minutesAgo: number) => new Date(ctx.clock.now().getTime() - minutesAgo * MINUTE_MS);
  const sideId = newId('sid');
  await tx
    .insertInto('side_conversations')
    .values({
      workspace_id: workspaceId,
      id: sideId,
      conversation_id: story.id,
      inbox_id: story.inbox_id,
      subject,
      to_addresses: [to],
      cc_addresses: [],
      state: 'answered',
      unread: true,
      last_seq: lines.length,
      started_by: agents.get(lines[0].by)?.id ?? null,
      started_name: agents.get(lines[0].by)?.name ?? '',
      created_at: at(lines[0].minutesAgo),
      last_at: at(lines[1].minutesAgo),
    })
    .execute();
  for (const [index, line] of lines.entries()) {
    const agent = agents.get(line.by);
    const messageId = newId('sdm');
    await tx
      .insertInto('side_messages')
      .values({
        workspace_id: workspaceId,
        id: messageId,
        side_id: sideId,
        inbox_id: story.inbox_id,
        seq: index + 1,
        direction: agent ? 'out' : 'in',
        kind: 'message',
        author_id: agent?.id ?? null,
        author_name: agent?.name ?? line.by,
        from_address: 'address' in line ? line.address : '',
        to_addresses: agent ? [to] : [],
        text: line.text,
        delivery: agent ? 'sent' : 'received',
        failure: null,
        joined_by: agent ? null : 'token',
        external_id: `${messageId}@demo`,
        idempotency_key: null,
        created_at: at(line.minutesAgo),
      })
      .execute();
    await ctx.append(tx, (agent ? sideStarted : sideAnswered)({ sideId, messageId }), subjectsOf(story));
  }
}
