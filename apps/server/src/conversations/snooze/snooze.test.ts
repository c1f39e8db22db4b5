import { expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { lockConversation } from '../commands/lock.ts';
import { setStatus } from '../commands/manage.ts';
import { receiveMessage } from '../commands/receive.ts';
import { releaseHeld, sendNow, withdraw } from '../commands/release.ts';
import { replyAsAgent } from '../commands/reply.ts';
import { countConversations, listConversations } from '../queries/list.ts';
import { unscheduleAnswered } from '../scheduled/scheduled.commands.ts';
import { snooze, unsnooze, wake } from './snooze.commands.ts';

const { system, suzuki, takahashi, visitor, workspaceId, clock } = await stage();
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(clock.now().getTime() + hours * HOUR);

let n = 0;
async function asked() {
  const customer = await visitor();
  const says = async (text: string) => {
    n += 1;
    clock.advance(1000);
    const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
    return (await receiveMessage(customer.ctx, customer.line, { externalId: `s-${n}`, text, ...common })).conversation;
  };
  const { id } = await says('返品したいのですが');
  const read = () => system.transaction((tx) => lockConversation(system, tx, id));
  const words = () =>
    customer.ctx.transaction((tx) => tx.selectFrom('messages').select('text').where('conversation_id', '=', id).orderBy('seq').execute());
  return { id, says, read, words: async () => (await words()).map(({ text }) => text) };
}
const viewsOf = async (id: string) => {
  const views = ['new', 'mine', 'all', 'waiting', 'resolved', 'snoozed'] as const;
  const wish = { limit: 100, now: clock.now() };
  const rows = await Promise.all(
    views.map((view) => suzuki.transaction((tx) => listConversations(tx, workspaceId, suzuki.actor.id, { view, ...wish }))),
  );
  return views.filter((_view, i) => rows[i]!.items.some((row) => row.id === id));
};

test('snoozed it leaves the views with somebody who has it, and comes back at its time, once', async () => {
  const { id, read } = await asked();
  const until = inHours(5);
  await snooze(suzuki, id, until);
  expect(await viewsOf(id)).toEqual(['all', 'snoozed']);
  expect(await read()).toMatchObject({ assignee_agent_id: suzuki.actor.id, status: 'open' });
  clock.advance(5 * HOUR);
  await wake(system, id, until.toISOString());
  const back = await read();
  await wake(system, id, until.toISOString());
  expect(await read()).toEqual(back);
  expect(back.last_activity_at).toEqual(clock.now());
  expect(await viewsOf(id)).toEqual(['mine', 'all']);
  expect((await factsOf(system, id)).filter((name) => name === 'conversation.woken')).toHaveLength(1);
});

test('what waits for the customer comes back as work; the customer’s word brings it back before its time', async () => {
  const { id, says, read } = await asked();
  await setStatus(suzuki, id, 'waiting');
  const until = inHours(24);
  await snooze(suzuki, id, until);
  expect(await viewsOf(id)).toEqual(['all', 'snoozed']);
  await says('まだでしょうか');
  expect(await read()).toMatchObject({ snoozed_at: null, snoozed_until: null, status: 'open' });
  await wake(system, id, until.toISOString());
  expect(await factsOf(system, id)).not.toContain('conversation.woken');

  await setStatus(suzuki, id, 'waiting');
  await snooze(suzuki, id, inHours(1));
  const later = inHours(2);
  await snooze(suzuki, id, later);
  await wake(system, id, inHours(1).toISOString());
  expect(await viewsOf(id)).toEqual(['all', 'snoozed']);
  await wake(system, id, later.toISOString());
  expect(await viewsOf(id)).toEqual(['mine', 'all']);
});

test('until the customer writes, without a time; taken back or resolved it is snoozed no more', async () => {
  const { id, read } = await asked();
  const count = () => suzuki.transaction((tx) => countConversations(tx, workspaceId, suzuki.actor.id, clock.now()));
  const before = (await count()).snoozed;
  await snooze(takahashi, id, null);
  expect((await count()).snoozed).toBe(before + 1);
  await unsnooze(takahashi, id);
  expect(await read()).toMatchObject({ snoozed_at: null, assignee_agent_id: takahashi.actor.id });
  await snooze(takahashi, id, null);
  await setStatus(takahashi, id, 'resolved');
  expect(await viewsOf(id)).toEqual(['all', 'resolved']);
  await expect(snooze(suzuki, id, inHours(-1))).rejects.toMatchObject({ code: 'snooze.past' });
});

const later = (seenSeq: number, text: string, over: { unlessReply?: boolean; sendAt?: Date } = {}) => ({
  text,
  attachmentIds: [],
  seenSeq,
  thenStatus: 'waiting' as const,
  idempotencyKey: `later-${text}`,
  sendAt: inHours(16),
  ...over,
});

test('a reply for tomorrow goes out at its time, behind what was said meanwhile, and what the customer wrote still waits', async () => {
  const { id, says, read, words } = await asked();
  const held = await replyAsAgent(suzuki, id, later(1, '明日の朝お送りします'), 10, async () => []);
  expect(held).toMatchObject({ delivery: 'held', scheduled: true });
  expect(await read()).toMatchObject({ status: 'open', preview: '返品したいのですが' });
  await says('急ぎません');
  clock.advance(16 * HOUR);
  await releaseHeld(system, held.id);
  await releaseHeld(system, held.id);
  expect(await words()).toEqual(['返品したいのですが', '急ぎません', '明日の朝お送りします']);
  expect(await read()).toMatchObject({ status: 'open', preview: '明日の朝お送りします' });
});

test('only if the customer does not write: their word gives it back, at once and at the latest at its time', async () => {
  const { id, says, words } = await asked();
  const first = await replyAsAgent(suzuki, id, later(1, 'その後いかがですか', { unlessReply: true }), 10, async () => []);
  await unscheduleAnswered(system, id);
  expect(await factsOf(system, id)).not.toContain('message.unscheduled');
  await says('解決しました');
  await unscheduleAnswered(system, id);
  await unscheduleAnswered(system, id);
  expect((await factsOf(system, id)).filter((name) => name === 'message.unscheduled')).toHaveLength(1);
  await expect(sendNow(suzuki, first.id)).rejects.toMatchObject({ code: 'message.already_sent' });

  const second = await replyAsAgent(suzuki, id, later(3, 'もう一度伺います', { unlessReply: true }), 10, async () => []);
  await says('大丈夫です');
  await releaseHeld(system, second.id);
  expect(await words()).toEqual(['返品したいのですが', '解決しました', '大丈夫です']);
});

test('nobody wrote: it goes out; it can go at once or not at all; never into the past', async () => {
  const { id, read, words } = await asked();
  const first = await replyAsAgent(suzuki, id, later(1, '一つ目', { unlessReply: true }), 10, async () => []);
  clock.advance(16 * HOUR);
  await releaseHeld(system, first.id);
  expect(await read()).toMatchObject({ status: 'waiting' });
  const second = await replyAsAgent(suzuki, id, later(3, '二つ目'), 10, async () => []);
  await sendNow(suzuki, second.id);
  const third = await replyAsAgent(suzuki, id, later(5, '三つ目'), 10, async () => []);
  await withdraw(suzuki, third.id);
  expect(await words()).toEqual(['返品したいのですが', '一つ目', '二つ目']);
  const past = later(9, '昨日', { sendAt: inHours(-1) });
  await expect(replyAsAgent(suzuki, id, past, 10, async () => [])).rejects.toMatchObject({ code: 'message.schedule_past' });
});
