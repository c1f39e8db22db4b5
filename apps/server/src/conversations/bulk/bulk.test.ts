import { expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { lockConversation } from '../commands/lock.ts';
import { setPriority } from '../commands/priority.ts';
import { receiveMessage } from '../commands/receive.ts';
import { actOnMany } from './bulk.commands.ts';
import { undoBulk } from './undo-bulk.commands.ts';

const { system, suzuki, takahashi, visitor, clock } = await stage();

let n = 0;
async function asked(customer?: Awaited<ReturnType<typeof visitor>>) {
  n += 1;
  clock.advance(1000);
  const from = customer ?? (await visitor());
  const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
  const { conversation } = await receiveMessage(from.ctx, from.line, { externalId: `b-${n}`, text: `質問${n}`, ...common });
  return { id: conversation.id, customer: from };
}
const read = (id: string) => system.transaction((tx) => lockConversation(system, tx, id));
const five = async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push((await asked()).id);
  return ids;
};
const outcomesOf = (list: readonly { outcome: string }[]) => list.map(({ outcome }) => outcome);

test.each([
  ['assigned', { kind: 'assign', agentId: takahashi.actor.id, teamId: null }, { assignee_agent_id: takahashi.actor.id }],
  ['resolved', { kind: 'status', status: 'resolved' }, { status: 'resolved' }],
  ['tagged', { kind: 'tags', add: ['返品'], remove: [] }, { tags: ['返品'] }],
  ['made urgent', { kind: 'priority', priority: 'urgent' }, { priority: 'urgent' }],
  ['snoozed', { kind: 'snooze', until: null }, { assignee_agent_id: suzuki.actor.id }],
  ['spam', { kind: 'spam' }, { turn: 'spam' }],
] as const)('many are %s at once, and taken back not a column remembers it', async (_story, action, expected) => {
  const ids = await five();
  const before = await Promise.all(ids.map(read));
  const wish = action.kind === 'tags' ? { kind: 'tags' as const, add: [...action.add], remove: [] } : action;
  const { bulkId, outcomes } = await actOnMany(suzuki, ids, wish);
  expect(outcomesOf(outcomes)).toEqual(ids.map(() => 'done'));
  for (const id of ids) expect(await read(id)).toMatchObject(expected);
  expect(outcomesOf(await undoBulk(suzuki, bulkId!))).toEqual(ids.map(() => 'undone'));
  expect(await Promise.all(ids.map(read))).toEqual(before);
  expect(outcomesOf(await undoBulk(suzuki, bulkId!))).toEqual(ids.map(() => 'undone'));
});

test('those that others changed meanwhile are left, and said so; only whoever did it takes it back', async () => {
  const customer = await visitor();
  const mine = await asked(customer);
  const ids = [mine.id, ...(await five())];
  const { bulkId } = await actOnMany(suzuki, ids, { kind: 'status', status: 'resolved' });
  await asked(customer);
  await expect(undoBulk(takahashi, bulkId!)).rejects.toMatchObject({ code: 'not_found' });
  expect(outcomesOf(await undoBulk(suzuki, bulkId!))).toEqual(['changed_since', ...ids.slice(1).map(() => 'undone')]);
  expect(await factsOf(system, ids[1]!)).toEqual([
    'conversation.opened',
    'message.received',
    'conversation.resolved',
    'conversation.reopened',
  ]);

  const again = await actOnMany(suzuki, ids, { kind: 'priority', priority: 'high' });
  await setPriority(takahashi, ids[2]!, 'urgent');
  await undoBulk(suzuki, again.bulkId!);
  expect((await Promise.all(ids.map(read))).map(({ priority }) => priority)).toEqual([
    'normal',
    'normal',
    'urgent',
    'normal',
    'normal',
    'normal',
  ]);
});

test('what cannot be done to one is said of that one, and the others go on', async () => {
  const ids = await five();
  await actOnMany(suzuki, [ids[1]!], { kind: 'spam' });
  const stranger = 'cnv_00000000000000000000000000';
  const { outcomes } = await actOnMany(suzuki, [...ids, stranger], { kind: 'snooze', until: null });
  expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual([
    'done',
    'conversation.is_spam',
    'done',
    'done',
    'done',
    'not_found',
  ]);
  const nothing = await actOnMany(suzuki, [ids[0]!], { kind: 'priority', priority: 'normal' });
  expect(nothing).toEqual({ bulkId: null, outcomes: [{ id: ids[0], outcome: 'unchanged', code: null }] });
});

test('of different customers nothing is merged', async () => {
  const customer = await asked();
  const ids = [customer.id, ...(await five())];
  const { bulkId, outcomes } = await actOnMany(suzuki, ids, { kind: 'merge', into: ids[0]! });
  expect(bulkId).toBeNull();
  expect(new Set(outcomes.slice(1).map(({ code }) => code))).toEqual(new Set(['conversation.merge_refused']));
});
