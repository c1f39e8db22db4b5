import { randomBytes } from 'node:crypto';
import type { Action } from '@madoguchi/contract/actions.ts';
import { expect, test } from 'vitest';
import { factsOf } from '../../../test/stage.ts';
import { undoBulk } from '../../conversations/bulk/undo-bulk.commands.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import { setPriority } from '../../conversations/commands/priority.ts';
import { replyAsAgent } from '../../conversations/commands/reply.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { makeFileLinks } from '../../platform/files/links.ts';
import { noBot } from '../../routing/place/told.queries.ts';
import { routingHouse } from '../../routing/routing.testkit.ts';
import { createMacro, removeMacro, updateMacro } from './macros.commands.ts';
import { listMacros, macroUsage } from './macros.queries.ts';
import { runMacro, runMacroOnMany } from './run.commands.ts';

const { system, suzuki, takahashi, asks, workspaceId, clock } = await routingHouse();
const links = makeFileLinks(randomBytes(32), clock.now);
const deps = { undoSeconds: async () => 10, botTold: noBot, links };

const body = (actions: Action[], more = {}) => ({
  name: '返品受付',
  actions,
  channels: [],
  inboxIds: [],
  owner: 'shared' as const,
  teamId: null,
  folderId: null,
  ...more,
});
const returns: Action[] = [
  { do: 'add_tags', tags: ['返品'] },
  { do: 'reply', text: '{{customer.name}} 様\n{{?期限}}までにお送りください。' },
  { do: 'set_priority', priority: 'high' },
];
const read = (id: string) => system.transaction((tx) => lockConversation(system, tx, id));
const seenOf = async (id: string) => {
  const row = await read(id);
  return {
    id,
    seq: row.last_seq,
    status: row.status as 'open',
    priority: row.priority as 'normal',
    agentId: row.assignee_agent_id,
    teamId: row.assignee_team_id,
  };
};
const answers = { 期限: '30日' };
const names = async (ctx: Ctx) => (await ctx.transaction((tx) => listMacros(ctx, tx))).map(({ name }) => name);

test('run, told in the timeline, counted, and taken back whole; the same press twice is one', async () => {
  const { id } = await asks('返品したい');
  const before = await read(id);
  const macro = await createMacro(suzuki, body(returns));
  const press = { conversationId: id, seen: await seenOf(id), answers, idempotencyKey: 'press-1' };
  const { steps, bulkId, messageIds } = await runMacro(suzuki, deps, macro.id, press);
  expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  expect(await read(id)).toMatchObject({ tags: ['返品'], priority: 'high', assignee_agent_id: suzuki.actor.id });
  expect(messageIds).toHaveLength(1);
  expect(await factsOf(system, id)).toContain('conversation.macro_run');

  expect(await runMacro(suzuki, deps, macro.id, press)).toEqual({ steps: [], bulkId: null, messageIds: [] });
  expect(await system.transaction((tx) => macroUsage(tx, workspaceId, clock.now()))).toEqual([
    { id: macro.id, used: 1, lastUsedAt: clock.now().toISOString() },
  ]);

  expect(await undoBulk(suzuki, bulkId!)).toEqual([{ id, outcome: 'undone' }]);
  const { last_seq, agent_seen_seq, last_activity_at, ...after } = await read(id);
  expect(before).toMatchObject(after);
  await removeMacro(suzuki, macro.id, 'any');
});

test('what somebody said or changed since the agent looked stops it before anything is done', async () => {
  const { id } = await asks();
  const macro = await createMacro(suzuki, body([{ do: 'add_tags', tags: ['確認'] }]));
  const seen = await seenOf(id);
  const run = (state: typeof seen, key: string) =>
    runMacro(suzuki, deps, macro.id, { conversationId: id, seen: state, answers: {}, idempotencyKey: key });

  await setPriority(takahashi, id, 'urgent');
  await expect(run(seen, 'a')).rejects.toMatchObject({
    code: 'conversation.changed_meanwhile',
    extra: { changed: ['priority'], conversation: { priority: 'urgent' } },
  });
  const reply = { text: '承りました', attachmentIds: [], seenSeq: seen.seq, thenStatus: 'waiting' as const, idempotencyKey: 'r' };
  await replyAsAgent(takahashi, id, reply, 10, async () => []);
  await expect(run({ ...seen, priority: 'urgent' as 'normal' }, 'b')).rejects.toMatchObject({
    code: 'conversation.answered_meanwhile',
    extra: { answered: [{ text: '承りました' }] },
  });
  expect((await read(id)).tags).toEqual([]);
  // Having looked again, the same press goes through.
  await run(await seenOf(id), 'b');
  expect((await read(id)).tags).toEqual(['確認']);
});

test('over many each has its own end, and one undo takes all of them back', async () => {
  const ids = [(await asks()).id, (await asks()).id, (await asks()).id];
  const macro = await createMacro(suzuki, body([...returns, { do: 'set_status', status: 'resolved' }]));
  const seen = await Promise.all(ids.map(seenOf));
  await setPriority(takahashi, ids[1]!, 'low');
  const { bulkId, outcomes } = await runMacroOnMany(suzuki, deps, macro.id, { seen, answers });
  expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual(['done', 'conversation.changed_meanwhile', 'done']);
  expect((await read(ids[0]!)).status).toBe('resolved');
  expect((await undoBulk(suzuki, bulkId!)).map(({ outcome }) => outcome)).toEqual(['undone', 'undone']);
  expect(await Promise.all(ids.map(async (id) => (await read(id)).status))).toEqual(['open', 'open', 'open']);
});

test('without what its texts ask for nothing is run', async () => {
  const { id } = await asks();
  const macro = await createMacro(suzuki, body(returns));
  const press = { conversationId: id, seen: await seenOf(id), answers: { 期限: ' ' }, idempotencyKey: 'p' };
  await expect(runMacro(suzuki, deps, macro.id, press)).rejects.toMatchObject({ code: 'macro.answers_missing', extra: { asks: ['期限'] } });
});

test('a private one is its author’s alone', async () => {
  const { id } = await createMacro(takahashi, body(returns, { name: '高橋のメモ', owner: 'private' }));
  expect(await names(takahashi)).toContain('高橋のメモ');
  expect(await names(suzuki)).not.toContain('高橋のメモ');
  await expect(updateMacro(suzuki, id, body(returns), 'any')).rejects.toMatchObject({ code: 'not_found' });
  await expect(removeMacro(suzuki, id, 'any')).rejects.toMatchObject({ code: 'not_found' });
  await removeMacro(takahashi, id, 'own');
});
