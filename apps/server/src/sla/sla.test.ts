import { describe, expect, test } from 'vitest';
import { setStatus, setTags } from '../conversations/commands/manage.ts';
import { sayAsSystem } from '../conversations/commands/system.ts';
import { listConversations } from '../conversations/queries/list.ts';
import { updateCustomer } from '../customers/customers.commands.ts';
import { createCalendar } from '../workspaces/hours/calendars.commands.ts';
import { updateWorkspace } from '../workspaces/workspaces.commands.ts';
import { attainmentList, attainmentOf, promisesOf } from './attainment/attainment.queries.ts';
import { createPolicy, orderPolicies, removePolicy, updatePolicy } from './policies/policies.commands.ts';
import { recompute } from './recompute/recompute.commands.ts';
import { promisesHouse, usual } from './sla.testkit.ts';
import { promisesLane } from './timer/promises.lane.ts';

const house = await promisesHouse();
const { system, suzuki, visitor, at, writes, answers, conversation, told, readAll, everyFact, workspaceId, clock, platform } = house;
const instant = (time: string) => new Date(`2026-11-${time}+09:00`);
const november = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
const figures = () => system.transaction((tx) => attainmentOf(tx, workspaceId, november));
const clocks = (id: string) => system.transaction((tx) => promisesOf(tx, workspaceId, id));

const everybody = await createPolicy(system, {
  ...usual,
  escalations: [
    { at: 'warning', promise: null, action: { kind: 'notify', whom: 'assignee' } },
    { at: 'breach', promise: 'next_response', action: { kind: 'notify', whom: 'supervisors' } },
    { at: 'breach', promise: 'next_response', action: { kind: 'raise_priority', to: 'high' } },
    { at: 'breach', promise: 'next_response', action: { kind: 'add_tag', tag: '期限切れ' } },
  ],
});

describe('a question about a broken cup', () => {
  let id = '';
  let sato: Awaited<ReturnType<typeof visitor>>;
  test('of Tuesday 13:00 is due at 14:00, in the list too; an acknowledgement changes nothing', async () => {
    await at('24T13:00');
    sato = await visitor();
    id = await writes(sato, '湯呑みが割れていました');
    const row = await conversation(id);
    await system.transaction((tx) => sayAsSystem(system, tx, row, { text: '承りました', externalId: 'ack' }));
    await readAll();
    const { items } = await system.transaction((tx) =>
      listConversations(tx, workspaceId, null, { view: 'new', order: 'due', limit: 10, now: clock.now() }),
    );
    expect(items.map(({ due }) => due)).toEqual([
      { at: instant('24T14:00').toISOString(), warnAt: instant('24T13:45').toISOString(), promise: 'first_response' },
    ]);
    expect(await told(id)).toEqual(['policy_applied']);
  });

  test('the assignee is warned at three quarters, once', async () => {
    await at('24T13:44');
    expect(await promisesLane(platform).due()).toEqual([]);
    await at('24T13:45');
    await at('24T13:46');
    expect(await told(id)).toEqual(['policy_applied', 'warned first_response']);
    const warned = (await everyFact()).find(({ name }) => name === 'sla.warned');
    expect(warned?.data).toMatchObject({ promise: 'first_response', dueAt: instant('24T14:00').toISOString(), notify: ['assignee'] });
  });

  test('the answer keeps the promise; then we wait, and nothing is due', async () => {
    await at('24T13:50');
    await answers(id, '申し訳ありません。写真をお送りください。');
    expect(await told(id)).toEqual(['policy_applied', 'warned first_response', 'met first_response']);
    expect(await conversation(id)).toMatchObject({ status: 'waiting', due_at: null });
    await at('25T09:00');
    expect(await told(id)).toHaveLength(3);
  });

  test('the customer answers in the morning: half an hour, broken on the minute, and what the policy wants is done', async () => {
    await at('25T10:00');
    await writes(sato, '写真です');
    expect((await conversation(id)).due_at).toEqual(instant('25T10:30'));
    await at('25T10:29');
    expect((await told(id)).at(-1)).toBe('warned next_response');
    await at('25T10:30');
    expect((await told(id)).at(-1)).toBe('breached next_response');
    expect(await conversation(id)).toMatchObject({ priority: 'high', tags: ['期限切れ'], due_at: instant('25T10:30') });
    const breached = (await everyFact()).find(({ name }) => name === 'sla.breached');
    expect(breached?.data).toMatchObject({ at: instant('25T10:30').toISOString(), notify: ['supervisors'] });
  });

  test('answered late, resolved and reopened: the first answer and the broken one stay what they were', async () => {
    await at('25T10:40');
    await answers(id, '新しいものをお送りします。');
    await setStatus(suzuki, id, 'resolved');
    await readAll();
    expect((await told(id)).at(-1)).toBe('met resolution');
    await at('26T11:00');
    await writes(sato, 'まだ届きません');
    expect(
      (await clocks(id)).map(({ promise, round, metAt, breachedAt }) => [promise, round, metAt !== null, breachedAt !== null]),
    ).toEqual([
      ['next_response', 3, false, false],
      ['next_response', 2, true, true],
      ['first_response', 1, true, false],
      ['resolution', 1, false, false],
    ]);
    await at('26T11:20');
    await answers(id, '本日お届けします。');
    expect((await told(id)).filter((one) => one.endsWith('first_response'))).toEqual(['warned first_response', 'met first_response']);
  });

  test('the numbers and the conversations behind them are one question', async () => {
    const numbers = await figures();
    expect(numbers).toEqual([
      { promise: 'first_response', met: 1, breached: 0, open: 0 },
      { promise: 'next_response', met: 1, breached: 1, open: 0 },
      { promise: 'resolution', met: 0, breached: 0, open: 1 },
    ]);
    for (const { promise, ...counts } of numbers) {
      for (const outcome of ['met', 'breached', 'open'] as const) {
        const wish = { ...november, promise, outcome, limit: 10 };
        const { items } = await system.transaction((tx) => attainmentList(tx, workspaceId, wish));
        expect(items, `${promise} ${outcome}`).toHaveLength(counts[outcome]);
      }
    }
  });

  test('the whole log read once more tells nothing new', async () => {
    const before = (await everyFact()).length;
    await readAll();
    await recompute(system);
    expect(await everyFact()).toHaveLength(before);
  });
});

describe('what it depends on', () => {
  test('another policy counts when a tag says so, and none when it is spam or removed', async () => {
    await at('26T13:00');
    const id = await writes(await visitor(), 'お叱り');
    const quick = await createPolicy(system, {
      ...usual,
      name: '至急',
      conditions: { ...usual.conditions, tags: ['至急'] },
      targets: { ...usual.targets, first_response: { time: 'calendar', minutes: { urgent: 5, high: 5, normal: 5, low: 5 } } },
    });
    await orderPolicies(system, [quick.id]);
    expect((await conversation(id)).due_at).toEqual(instant('26T14:00'));
    await setTags(suzuki, id, ['至急']);
    await readAll();
    expect((await conversation(id)).due_at).toEqual(instant('26T13:05'));
    await removePolicy(system, quick.id);
    await recompute(system);
    expect((await conversation(id)).due_at).toEqual(instant('26T14:00'));
    expect((await told(id)).filter((one) => one === 'policy_applied')).toHaveLength(3);
    await setStatus(suzuki, id, 'resolved');
    await readAll();
    expect((await told(id)).filter((one) => one.startsWith('met'))).toEqual(['met resolution']);
    expect(await figures()).toContainEqual({ promise: 'first_response', met: 1, breached: 0, open: 0 });
  });

  test('a policy that is new breaks no promise that nobody made', async () => {
    await removePolicy(system, everybody.id);
    await recompute(system);
    await at('27T10:00');
    const id = await writes(await visitor(), '昔の質問');
    await at('27T15:00');
    await createPolicy(system, usual);
    await recompute(system);
    expect((await clocks(id)).map(({ promise, breachedAt }) => [promise, breachedAt])).toEqual([['resolution', null]]);
  });

  test('changed hours, and hours of the customer’s contract, move what is open', async () => {
    await at('27T16:00');
    const customer = await visitor();
    const id = await writes(customer, '法人の注文');
    expect((await conversation(id)).due_at).toEqual(instant('27T17:00'));
    const { businessHours } = await updateWorkspace(system, {});
    const shorter = {
      ...businessHours!,
      days: businessHours!.days.map((day) => day.map((range) => (range.to === '18:00' ? { ...range, to: '16:30' } : range))),
    };
    await updateWorkspace(system, { businessHours: shorter });
    await recompute(system);
    expect((await conversation(id)).due_at).toEqual(instant('30T10:30'));

    await createCalendar(system, {
      name: '法人',
      timezone: null,
      hours: null,
      uses: { contracts: ['Premium'], inboxIds: [], brandIds: [] },
    });
    await updateCustomer(system, customer.line.customerId, { attributes: { contract: 'premium' } });
    await readAll();
    expect((await conversation(id)).due_at).toEqual(instant('27T17:00'));
  });

  test('the bot’s answer is the first one only where the policy says so', async () => {
    await at('27T16:10');
    const id = await writes(await visitor(), '送料は?', 'bot');
    expect((await conversation(id)).due_at).toBeNull();
    const [policy] = await orderPolicies(system, []);
    const { countsSince: _, ...wish } = policy!;
    await updatePolicy(system, policy!.id, { ...wish, botAnswers: true });
    await recompute(system);
    expect((await conversation(id)).due_at).toEqual(instant('30T10:40'));
  });
});
