import { expect, test } from 'vitest';
import { assign, setStatus } from '../conversations/commands/manage.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { makeCtx } from '../platform/ctx.ts';
import { moveToQueue } from '../routing/place/move.commands.ts';
import { noBot } from '../routing/place/told.queries.ts';
import { updateProfile } from '../routing/profiles/profiles.commands.ts';
import { anything } from '../routing/queues/match.rules.ts';
import { createQueue } from '../routing/queues/queues.commands.ts';
import { queueBody, routingHouse } from '../routing/routing.testkit.ts';
import { conversationsBehind } from './behind.queries.ts';
import { readBoard } from './board.queries.ts';
import { makeBoards } from './boards.ts';
import { todayOf } from './today.queries.ts';

const house = await routingHouse();
const { system, suzuki, takahashi, clock, platform, asks, place, defaultQueue, workspaceId, chatInboxId, formInboxId } = house;
const HOUR = 3_600_000;
/** A supervisor whose teams have these inboxes. */
const supervisor = (...inboxes: string[]) => makeCtx(platform, { workspaceId, inboxes }, suzuki.actor);
const board = (ctx = system) => ctx.transaction(async (tx) => readBoard(ctx, tx, await todayOf(ctx, tx)));
const behind = async (of: Parameters<typeof conversationsBehind>[2], ctx = system) =>
  (await ctx.transaction((tx) => conversationsBehind(ctx, tx, of))).map(({ id }) => id);
const reply = (id: string, thenStatus: 'waiting' | 'resolved') =>
  replyAsAgent(
    suzuki,
    id,
    { text: 'お待たせしました', attachmentIds: [], seenSeq: 999, thenStatus, idempotencyKey: id },
    0,
    async () => [],
  );
const due = (id: string, minutes: number) =>
  system.transaction((tx) =>
    tx
      .updateTable('conversations')
      .set({ due_at: new Date(clock.now().getTime() + minutes * 60_000), due_promise: 'first_response' })
      .where('id', '=', id)
      .execute(),
  );

await updateProfile(system, suzuki.actor.id!, {
  tier: 1,
  languages: ['ja'],
  skills: {},
  capacity: { chats: 2, messages: 5, calls: 1 },
});
const returns = (await createQueue(system, queueBody({ name: '返品', mode: 'manual', conditions: { ...anything(), words: ['返品'] } }))).id;

test('a morning at the desk, in figures: who waits, who has what, what runs out next and what was done', async () => {
  const yesterday = await asks('昨日の質問');
  await assign(suzuki, yesterday.id, { agentId: suzuki.actor.id, teamId: null });
  await setStatus(suzuki, yesterday.id, 'resolved');
  await place(yesterday.id);
  clock.advance(24 * HOUR);

  const since = clock.now().getTime() + 1000;
  const [first, second, taken, answered, done] = [await asks('1'), await asks('2'), await asks('3'), await asks('4'), await asks('5')];
  for (const one of [taken, answered, done]) {
    await assign(suzuki, one.id, { agentId: suzuki.actor.id, teamId: null });
    await place(one.id);
  }
  await reply(answered.id, 'waiting');
  await reply(done.id, 'resolved');
  await due(first.id, 20);
  await due(taken.id, 5);
  await due(second.id, -5);

  const now = await board();
  const oldest = new Date(since).toISOString();
  expect(now.totals).toEqual({
    waiting: 2,
    oldest,
    inProgress: 1,
    unanswered: 1,
    answeredToday: 2,
    resolvedToday: 1,
    resolvedByBotToday: 0,
  });
  expect(now.queues).toContainEqual({ id: defaultQueue, name: '全般', mode: 'offer', waiting: 2, oldest });
  expect(now.agents.find(({ id }) => id === suzuki.actor.id)).toMatchObject({
    name: '鈴木 健太',
    state: 'available',
    // A chat that was just answered takes its place a little longer.
    load: { chats: 2, messages: 0, calls: 0 },
    capacity: { chats: 2, messages: 5, calls: 1 },
    open: 1,
    unanswered: 1,
  });
  expect([now.next.map(({ id }) => id), now.overdue, now.partial]).toEqual([[taken.id, first.id], 1, false]);
  expect(await behind({})).toEqual([first.id, second.id]);
  expect(await behind({ queueId: returns })).toEqual([]);
  expect(await behind({ agentId: suzuki.actor.id! })).toEqual([taken.id]);
});

test('a supervisor of one inbox is told of nothing else; another board is not handed to them', async () => {
  const read = makeBoards();
  const mine = supervisor(formInboxId);
  expect((await read(supervisor(chatInboxId))).totals).toMatchObject({ waiting: 2, inProgress: 1, answeredToday: 2, resolvedToday: 1 });
  const told = await read(mine);
  expect(told.totals).toEqual({
    waiting: 0,
    oldest: null,
    inProgress: 0,
    unanswered: 0,
    answeredToday: 0,
    resolvedToday: 0,
    resolvedByBotToday: 0,
  });
  expect([told.partial, told.next, told.overdue, told.agents.map(({ open }) => open)]).toEqual([true, [], 0, [0, 0]]);
  expect(told.queues.map(({ waiting }) => waiting)).toEqual([0, 0]);
  expect([await behind({}, mine), await behind({ agentId: suzuki.actor.id! }, mine)]).toEqual([[], []]);
});

test('everybody behind one fence shares a reading', async () => {
  const read = makeBoards();
  const [one, other] = await Promise.all([read(supervisor(chatInboxId, formInboxId)), read(supervisor(formInboxId, chatInboxId))]);
  expect(other).toBe(one);
});

test('moved into another queue it stays there, whatever the rules say; back again as well; the bot’s and the resolved are refused', async () => {
  const [waits] = await behind({ queueId: defaultQueue });
  const [theirs] = await behind({ agentId: suzuki.actor.id! });
  for (const id of [waits!, theirs!]) await moveToQueue(takahashi, id, returns, noBot);
  for (const id of [waits!, theirs!]) await place(id);
  expect((await behind({ queueId: returns })).sort()).toEqual([waits!, theirs!].sort());
  expect((await board()).queues.find(({ id }) => id === returns)).toMatchObject({ waiting: 2 });
  expect(await behind({ agentId: suzuki.actor.id! })).toEqual([]);

  await moveToQueue(takahashi, waits!, defaultQueue, noBot);
  await place(waits!);
  expect(await behind({ queueId: returns })).toEqual([theirs]);
  await setStatus(takahashi, theirs!, 'resolved');
  await expect(moveToQueue(takahashi, theirs!, defaultQueue, noBot)).rejects.toThrow('queue.not_waiting');
  await expect(moveToQueue(supervisor(formInboxId), waits!, returns, noBot)).rejects.toThrow('not_found');
});
