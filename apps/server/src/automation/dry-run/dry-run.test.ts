import type { RuleBody } from '@madoguchi/contract/automation.ts';
import { expect, test } from 'vitest';
import { setTags } from '../../conversations/commands/manage.ts';
import { setPriority } from '../../conversations/commands/priority.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { after, automationHouse, on } from '../automation.testkit.ts';
import { cancelDryRun, startDryRun } from './dry-runs.commands.ts';
import { answer } from './dry-runs.lane.ts';
import { readDryRun } from './dry-runs.queries.ts';
import { lookAtNext } from './look.commands.ts';

const house = await automationHouse();
const { platform, workspaceId, suzuki, clock } = house;

async function wouldHave(when: RuleBody['when'], conditions: RuleBody['conditions'] = [], ctx = suzuki) {
  const { id } = await startDryRun(ctx, { when, conditions }, 30);
  await answer(platform, workspaceId, id, new AbortController().signal);
  return ctx.transaction((tx) => readDryRun(ctx, tx, id));
}
const DAY = 24 * 60;

const sato = await house.visitor();
const long = await house.writes(sato, '去年の返品の件です');
clock.advance(40 * DAY * 60_000);
const first = await house.writes(await house.visitor('田中 次郎'), '返品したいです');
await setPriority(suzuki, first, 'high');
clock.advance(DAY * 60_000);
await setTags(suzuki, first, ['返品']);
await house.answers(first, 'ご注文番号をお願いします');
clock.advance(2 * DAY * 60_000);
const second = await house.writes(await house.visitor('高橋 花'), '営業時間を教えてください');

test('tells in which conversations of these days it would have acted, when and why, and changes nothing', async () => {
  const before = (await house.factsAfter(0)).length;
  const found = await wouldHave(on('customer_message'), [{ any: [{ field: 'text', is: true, of: ['返品'] }] }]);
  expect(found).toMatchObject({ state: 'done', conversations: 1, runs: 1, asNow: [] });
  expect(found.matches).toMatchObject([{ conversation: { id: first, customerName: '田中 次郎' }, times: 1, because: [{ value: '返品' }] }]);
  expect(found.perDay.filter(({ runs }) => runs > 0)).toEqual([{ date: '2027-01-03', runs: 1 }]);
  expect(found.perDay).toHaveLength(31);
  expect(found.matches.some(({ conversation }) => conversation.id === long)).toBe(false);
  expect((await house.factsAfter(0)).length).toBe(before);
});

test('knows a conversation as it was then, not as it is', async () => {
  const asNormal = await wouldHave(on('opened'), [{ any: [{ field: 'priority', is: true, of: ['normal'] }] }]);
  expect(asNormal.matches.map(({ conversation }) => conversation.id).sort()).toEqual([first, second].sort());
  const withTag = await wouldHave(on('priority_changed'), [{ any: [{ field: 'tag', is: true, of: ['返品'] }] }]);
  expect(withTag).toMatchObject({ conversations: 0, runs: 0 });
  const tagged = await wouldHave(on('tagged'), [{ any: [{ field: 'priority', is: true, of: ['high'] }] }]);
  expect(tagged.matches.map(({ conversation }) => conversation.id)).toEqual([first]);
});

test('counts waits that were long enough', async () => {
  const day = await wouldHave(after(DAY, 'waiting_for_customer'));
  expect(day.matches.map(({ conversation }) => conversation.id)).toEqual([first]);
  expect(await wouldHave(after(3 * DAY, 'waiting_for_customer'))).toMatchObject({ conversations: 0 });
});

test('says which fields it knows only as they are now', async () => {
  const found = await wouldHave(on('opened'), [
    {
      any: [
        { field: 'vip', is: true },
        { field: 'priority', is: true, of: ['high'] },
      ],
    },
    { any: [{ field: 'customer_attribute', is: true, name: 'rank', of: [] }] },
  ]);
  expect(found.asNow).toEqual(['customer_attribute', 'vip']);
});

test('is asked with the eyes of one agent, and answered to nobody else', async () => {
  const blind = makeCtx(platform, { workspaceId, inboxes: [house.formInboxId] }, suzuki.actor);
  const found = await wouldHave(on('opened'), [], blind);
  expect(found).toMatchObject({ conversations: 0, total: 0 });
  const takahashi = makeCtx(platform, { workspaceId, inboxes: 'all' }, { ...suzuki.actor, id: 'agt_00000000000000000000000000' });
  await expect(takahashi.transaction((tx) => readDryRun(takahashi, tx, found.id))).rejects.toMatchObject({ code: 'not_found' });
});

test('ended by whoever asked, it is looked at no more', async () => {
  const { id } = await startDryRun(suzuki, { when: on('opened'), conditions: [] }, 30);
  await cancelDryRun(suzuki, id);
  expect(await lookAtNext(platform, workspaceId, id)).toBe(false);
  await expect(suzuki.transaction((tx) => readDryRun(suzuki, tx, id))).rejects.toMatchObject({ code: 'not_found' });
});
