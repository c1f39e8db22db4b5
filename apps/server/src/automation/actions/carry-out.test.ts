import type { Action } from '@madoguchi/contract/actions.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTeam } from '../../agents/teams.commands.ts';
import { takeItemBack } from '../../conversations/bulk/undo-bulk.commands.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import { setPriority } from '../../conversations/commands/priority.ts';
import { releaseHeld } from '../../conversations/commands/release.ts';
import { createAttribute } from '../../customers/attributes/attributes.commands.ts';
import { updateCustomer } from '../../customers/customers.commands.ts';
import { noBot } from '../../routing/place/told.queries.ts';
import { routingHouse } from '../../routing/routing.testkit.ts';
import { carryOut } from './carry-out.commands.ts';

const { system, suzuki, takahashi, visitor, asks, defaultQueue } = await routingHouse();
const deps = { undoSeconds: async () => 10, botTold: noBot };
const team = await createTeam(system, { name: '返品', memberIds: [] });

let n = 0;
const run = (id: string, actions: Action[], answers?: Record<string, string>) => {
  n += 1;
  return carryOut(suzuki, deps, id, actions, { by: { key: `run-${n}`, fact: () => null, ...(answers ? { answers } : {}) } });
};
const read = (id: string) => system.transaction((tx) => lockConversation(system, tx, id));
const texts = (id: string) =>
  system.transaction((tx) =>
    tx.selectFrom('messages').select(['kind', 'text', 'delivery']).where('conversation_id', '=', id).orderBy('seq').execute(),
  );
const outcomes = (steps: readonly { outcome: string; code: string | null }[]) => steps.map(({ outcome, code }) => code ?? outcome);

test('several things at one stroke, each said; what is refused leaves nothing and stops nothing', async () => {
  const { id } = await asks('返品したい');
  const nobody = 'agt_00000000000000000000000000';
  const { steps } = await run(id, [
    { do: 'add_tags', tags: ['返品'] },
    { do: 'assign_agent', agentId: nobody },
    { do: 'place_in_queue', queueId: 'que_00000000000000000000000000' },
    { do: 'set_priority', priority: 'normal' },
    { do: 'reply', text: '{{order.number}}' },
    { do: 'assign_team', teamId: team.id },
    { do: 'rename', subject: '返品 #{{conversation.number}}' },
  ]);
  expect(outcomes(steps)).toEqual(['done', 'assignee.gone', 'action.names_unknown', 'unchanged', 'action.text_emptied', 'done', 'done']);
  const row = await read(id);
  expect(row).toMatchObject({ tags: ['返品'], assignee_team_id: team.id, assignee_agent_id: null, subject: `返品 #${row.number}` });
});

test('a field is filled in and taken back; a value that is not of its kind is said of that action', async () => {
  await createAttribute(system, { subject: 'conversation', label: '理由', kind: 'choice', choices: ['破損', '遅れ'] });
  const { id } = await asks();
  const { steps, item } = await run(id, [
    { do: 'set_field', key: '理由', value: '破損' },
    { do: 'set_field', key: '理由', value: 'その他' },
  ]);
  expect(outcomes(steps)).toEqual(['done', 'attribute.invalid']);
  expect((await read(id)).fields).toEqual({ 理由: '破損' });
  expect(await takeItemBack(suzuki, item!)).toBe('undone');
  expect((await read(id)).fields).toEqual({});
});

test('texts know whom they are for; a held reply is taken back with the rest, a note stays', async () => {
  const customer = await visitor('佐藤 花子');
  const { id } = await asks('割れていました', customer);
  const before = await read(id);
  await updateCustomer(system, before.customer_id, { attributes: { rank: 'ゴールド' } });
  const reply =
    '{{customer.name}} 様\n\n{{#if attribute.rank is ゴールド}}\nいつもありがとうございます。\n{{/if}}\n{{?お届け日}}にお届けします。\n{{agent.name}}';
  const { item } = await run(
    id,
    [
      { do: 'note', text: '{{customer.greeting}}：破損' },
      { do: 'reply', text: reply },
      { do: 'set_status', status: 'waiting' },
    ],
    { お届け日: '11月24日' },
  );
  expect((await texts(id)).slice(1)).toEqual([
    { kind: 'note', text: '佐藤 花子 様：破損', delivery: 'sent' },
    {
      kind: 'message',
      text: `佐藤 花子 様\n\nいつもありがとうございます。\n11月24日にお届けします。\n${suzuki.actor.name}`,
      delivery: 'held',
    },
  ]);
  expect(await takeItemBack(suzuki, item!)).toBe('undone');
  expect((await texts(id)).map(({ delivery }) => delivery)).toEqual(['sent', 'sent', 'withdrawn']);
  const after = await read(id);
  expect(after).toMatchObject({
    status: before.status,
    assignee_agent_id: null,
    agent_acted_at: null,
    waiting_since: before.waiting_since,
  });
});

test('of a reply that is out the rest is taken back, and whose turn it is stays', async () => {
  const { id } = await asks();
  const { item } = await run(id, [
    { do: 'reply', text: 'お調べします' },
    { do: 'add_tags', tags: ['調査'] },
  ]);
  await releaseHeld(system, item!.replies![0]!);
  expect(await takeItemBack(suzuki, item!)).toBe('reply_sent');
  expect(await read(id)).toMatchObject({ status: 'waiting', tags: [] });
});

test('what a colleague changed since is not taken back', async () => {
  const { id } = await asks();
  const { item } = await run(id, [{ do: 'set_priority', priority: 'high' }]);
  await setPriority(takahashi, id, 'urgent');
  expect(await takeItemBack(suzuki, item!)).toBe('changed_since');
  expect((await read(id)).priority).toBe('urgent');
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom('open', 'waiting', 'resolved', 'closed').map((status) => ({ do: 'set_status' as const, status }) as Action),
  fc.constantFrom('low', 'normal', 'high', 'urgent').map((priority) => ({ do: 'set_priority' as const, priority }) as Action),
  fc.constantFrom(null, suzuki.actor.id!, takahashi.actor.id!).map((agentId) => ({ do: 'assign_agent' as const, agentId })),
  fc.constantFrom(null, team.id).map((teamId) => ({ do: 'assign_team' as const, teamId })),
  fc.constant({ do: 'place_in_queue' as const, queueId: defaultQueue }),
  fc.subarray(['返品', '破損', 'ＶＩＰ'], { minLength: 1 }).map((tags) => ({ do: 'add_tags' as const, tags })),
  fc.subarray(['返品', 'VIP'], { minLength: 1 }).map((tags) => ({ do: 'remove_tags' as const, tags })),
  fc.constantFrom('件名A', '{{customer.name}}').map((subject) => ({ do: 'rename' as const, subject })),
  fc.constant({ do: 'note' as const, text: 'メモ' }),
  fc.constant({ do: 'reply' as const, text: 'お待ちください' }),
  fc.constantFrom(null, 60).map((minutes) => ({ do: 'snooze' as const, minutes })),
);

test('whatever was done to whatever conversation, taken back it is as it was', async () => {
  const some = fc.array(anyAction, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, some, async (first, then) => {
      const { id } = await asks();
      if (first.length > 0) await run(id, first);
      const before = await read(id);
      const { item } = await run(id, then);
      if (item) expect(['undone', 'reply_sent']).toContain(await takeItemBack(suzuki, item));
      const { status, priority, assignee_agent_id, assignee_team_id, tags, subject, snoozed_at, snoozed_until } = before;
      expect(await read(id)).toMatchObject({
        status,
        priority,
        assignee_agent_id,
        assignee_team_id,
        tags,
        subject,
        snoozed_at,
        snoozed_until,
      });
    }),
    { numRuns: 60 },
  );
});
