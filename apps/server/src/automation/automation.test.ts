import { describe, expect, test } from 'vitest';
import { setTags } from '../conversations/commands/manage.ts';
import { setPriority } from '../conversations/commands/priority.ts';
import { updateCustomer } from '../customers/customers.commands.ts';
import { after, automationHouse, on } from './automation.testkit.ts';
import { readActive } from './rules/active.queries.ts';
import { removeRule, resumeRule, switchRule, updateRule } from './rules/rules.commands.ts';
import { listRules } from './rules/rules.queries.ts';
import { answerFact } from './runs/answer.commands.ts';
import { runsInConversation } from './runs/runs.queries.ts';
import { undoRun } from './runs/undo.commands.ts';
import { armAll } from './timers/arm-all.commands.ts';
import { fireDue } from './timers/fire.commands.ts';

describe('a rule about an event', () => {
  test('acts on what comes from now on, says why, and leaves everything else alone', async () => {
    const house = await automationHouse();
    const sato = await house.visitor();
    const old = await house.writes(sato, '前の問い合わせです');
    house.clock.advance(1000);
    await house.rule('VIPのお客様は優先度を高に', {
      when: on('customer_message'),
      conditions: [{ any: [{ field: 'vip', is: true }] }, { any: [{ field: 'text', is: true, of: ['返品'] }] }],
      actions: [
        { do: 'set_priority', priority: 'high' },
        { do: 'add_tags', tags: ['VIP'] },
        { do: 'note', text: 'お急ぎのお客様です' },
      ],
    });
    await house.readAll();
    expect((await house.conversation(old)).priority).toBe('normal');

    const vip = await house.visitor('井上 美咲');
    await updateCustomer(house.system, vip.line.customerId, { tags: ['VIP'] });
    const first = await house.writes(vip, '返品したいです');
    await house.writes(sato, '返品したいです');
    await house.readAll();
    expect(await house.conversation(first)).toMatchObject({ priority: 'high', tags: ['VIP'] });
    expect((await house.conversation(old)).priority).toBe('normal');
    expect(await house.told(first)).toEqual(['applied VIPのお客様は優先度を高に']);

    const [run] = await house.system.transaction((tx) => runsInConversation(house.system, tx, first));
    expect(run).toMatchObject({
      rule: { name: 'VIPのお客様は優先度を高に', version: 1, exists: true },
      because: [
        { condition: { field: 'vip' }, value: 'yes' },
        { condition: { field: 'text' }, value: '返品' },
      ],
      outcomes: [{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }],
      undoable: true,
    });
  });

  test('is asked in its order, and one that is the last word keeps the others from being asked', async () => {
    const house = await automationHouse();
    await house.rule('一', { when: on('opened'), actions: [{ do: 'add_tags', tags: ['一'] }] });
    await house.rule('二', {
      when: on('opened'),
      conditions: [{ any: [{ field: 'tag', is: true, of: ['一'] }] }],
      actions: [{ do: 'add_tags', tags: ['二'] }],
      stopAfter: true,
    });
    await house.rule('三', { when: on('opened'), actions: [{ do: 'add_tags', tags: ['三'] }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    expect((await house.conversation(id)).tags).toEqual(['一', '二'].sort());
    expect((await house.runs()).map((run) => run.rule_name)).toEqual(['一', '二']);
  });

  test('acts once for a fact, however often it is read', async () => {
    const house = await automationHouse();
    await house.rule('メモ', { when: on('customer_message'), actions: [{ do: 'note', text: '確認してください' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    const facts = await house.factsAfter(0);
    for (const fact of [...facts, ...facts]) await house.hand(fact);
    expect(await house.runs()).toHaveLength(1);
    expect((await house.conversation(id)).last_seq).toBe(2);
  });

  test('killed amid its work leaves nothing behind, and does all of it the next time', async () => {
    const house = await automationHouse();
    await house.rule('A', { when: on('opened'), actions: [{ do: 'add_tags', tags: ['A'] }] });
    await house.rule('B', { when: on('opened'), actions: [{ do: 'reply', text: 'お待ちください' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    const opened = (await house.factsAfter(0)).find(({ name }) => name === 'conversation.opened')!;
    const rules = await house.system.transaction((tx) => readActive(tx, house.workspaceId));
    const dies = { ...house.deps, undoSeconds: () => Promise.reject(new Error('killed')) };
    await expect(answerFact(house.system, dies, rules, opened)).rejects.toThrow('killed');
    expect(await house.conversation(id)).toMatchObject({ tags: [], last_seq: 1 });
    expect(await house.runs()).toEqual([]);
    const items = await house.system.transaction((tx) => listRules(house.system, tx));
    expect(items[1]?.lastError).toMatchObject({ code: 'unexpected' });

    await answerFact(house.system, house.deps, rules, opened);
    expect(await house.conversation(id)).toMatchObject({ tags: ['A'], last_seq: 2, status: 'waiting' });
  });

  test('whose action is refused does the others, and tells it to whoever looks after rules', async () => {
    const house = await automationHouse();
    const { id: ruleId } = await house.rule('スヌーズ', {
      when: on('opened'),
      actions: [
        { do: 'reply', text: '{{?注文番号}}' },
        { do: 'add_tags', tags: ['済'] },
      ],
    });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    expect((await house.conversation(id)).tags).toEqual(['済']);
    const [run] = await house.runs();
    expect(run?.outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
    const [rule] = await house.system.transaction((tx) => listRules(house.system, tx));
    expect(rule).toMatchObject({ id: ruleId, runsInWeek: 1, lastError: { code: run?.outcomes[0]?.code } });
  });
});

describe('rules that answer each other', () => {
  test('come to an end: none answers its own doing, neither through another nor through its own reply', async () => {
    const house = await automationHouse();
    await house.rule('高なら低に', {
      when: on('priority_changed'),
      conditions: [{ any: [{ field: 'priority', is: true, of: ['high'] }] }],
      actions: [{ do: 'set_priority', priority: 'low' }],
    });
    await house.rule('低なら高に', {
      when: on('priority_changed'),
      conditions: [{ any: [{ field: 'priority', is: true, of: ['low'] }] }],
      actions: [{ do: 'set_priority', priority: 'high' }],
    });
    await house.rule('返信に返信', { when: on('agent_replied'), actions: [{ do: 'reply', text: 'ありがとうございます' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await setPriority(house.suzuki, id, 'high');
    await house.answers(id, 'こんにちは。');
    await house.readAll();
    expect((await house.runs()).map((run) => run.rule_name).sort()).toEqual(['低なら高に', '返信に返信', '高なら低に'].sort());
    expect((await house.runs()).find((run) => run.rule_name === '低なら高に')).toMatchObject({ after_rule: '高なら低に' });
    expect((await house.conversation(id)).priority).toBe('high');
  });

  test('and one that acts over and over on a conversation is switched off there, for all to see, until somebody lets it', async () => {
    const house = await automationHouse();
    const rule = await house.rule('メモ魔', { when: on('customer_message'), actions: [{ do: 'note', text: 'また来ました' }] });
    const sato = await house.visitor();
    let id = '';
    for (let many = 0; many < 25; many += 1) id = await house.writes(sato, `${many}`);
    await house.readAll();
    expect(await house.runs()).toHaveLength(20);
    expect((await house.told(id)).at(-1)).toBe('stopped メモ魔');
    const [stopped] = await house.system.transaction((tx) => listRules(house.system, tx));
    expect(stopped?.stopped).toMatchObject([{ conversationId: id }]);
    const elsewhere = await house.writes(await house.visitor('別の人'), 'こんにちは');
    await house.readAll();
    expect(await house.told(elsewhere)).toEqual(['applied メモ魔']);

    house.clock.advance(61 * 60_000);
    await resumeRule(house.system, rule.id);
    await house.writes(sato, 'まだですか');
    await house.readAll();
    expect(await house.runs()).toHaveLength(22);
  });
});

describe('what a rule did', () => {
  test('can be taken back by an agent, and the rule does not do it again at once', async () => {
    const house = await automationHouse();
    await house.rule('返品は急ぎ', {
      when: on('tagged'),
      conditions: [{ any: [{ field: 'tag', is: true, of: ['返品'] }] }],
      actions: [
        { do: 'set_priority', priority: 'urgent' },
        { do: 'add_tags', tags: ['急ぎ'] },
      ],
    });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await setTags(house.suzuki, id, ['返品']);
    await house.readAll();
    const [run] = await house.runs();
    expect(await undoRun(house.suzuki, run!.id)).toMatchObject({ undoable: false, undone: { by: house.suzuki.actor.name } });
    await house.readAll();
    expect(await house.conversation(id)).toMatchObject({ priority: 'normal', tags: ['返品'] });
    expect(await house.runs()).toHaveLength(1);
    await undoRun(house.suzuki, run!.id);
    expect(await house.told(id)).toEqual(['applied 返品は急ぎ', 'undone 返品は急ぎ']);
  });

  test('is left as it is where somebody has changed it since', async () => {
    const house = await automationHouse();
    await house.rule('急ぎ', { when: on('opened'), actions: [{ do: 'set_priority', priority: 'urgent' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    await setPriority(house.suzuki, id, 'low');
    const [run] = await house.runs();
    await expect(undoRun(house.suzuki, run!.id)).rejects.toMatchObject({ code: 'automation.changed_since' });
    expect((await house.conversation(id)).priority).toBe('low');
  });

  test('outlives the rule', async () => {
    const house = await automationHouse();
    const rule = await house.rule('急ぎ', { when: on('opened'), actions: [{ do: 'set_priority', priority: 'urgent' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    await removeRule(house.system, rule.id);
    const [run] = await house.system.transaction((tx) => runsInConversation(house.system, tx, id));
    expect(run).toMatchObject({ rule: { name: '急ぎ', exists: false } });
  });
});

describe('a rule of time', () => {
  test('acts once for a wait, and again for the next one', async () => {
    const house = await automationHouse();
    await house.rule('24時間返事がなければ解決に', {
      when: after(1440, 'waiting_for_customer'),
      actions: [{ do: 'set_status', status: 'resolved' }],
    });
    const sato = await house.visitor();
    const id = await house.writes(sato, 'こんにちは');
    await house.answers(id, 'ご注文番号をお願いします');
    await house.readAll();
    await house.passes(1439);
    expect((await house.conversation(id)).status).toBe('waiting');
    await house.passes(1);
    expect((await house.conversation(id)).status).toBe('resolved');
    await house.passes(3000);
    expect(await house.runs()).toHaveLength(1);

    await house.writes(sato, '遅くなりました');
    await house.answers(id, 'ありがとうございます');
    await house.readAll();
    await house.passes(1440);
    expect((await house.conversation(id)).status).toBe('resolved');
    expect(await house.runs()).toHaveLength(2);
  });

  test('counts from the last word, not from the first', async () => {
    const house = await automationHouse();
    await house.rule('静かな問い合わせ', { when: after(60, 'last_activity'), actions: [{ do: 'add_tags', tags: ['静か'] }] });
    const sato = await house.visitor();
    const id = await house.writes(sato, 'こんにちは');
    await house.readAll();
    await house.passes(50);
    await house.writes(sato, 'もう一つ');
    await house.readAll();
    await house.passes(50);
    expect((await house.conversation(id)).tags).toEqual([]);
    await house.passes(10);
    expect((await house.conversation(id)).tags).toEqual(['静か']);
  });

  test('counts business hours where it says so', async () => {
    const house = await automationHouse();
    // Tuesday noon; the shop closes at six and opens again at ten.
    await house.rule('営業時間で8時間', {
      when: after(480, 'waiting_for_us', 'business'),
      actions: [{ do: 'set_priority', priority: 'high' }],
    });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    await house.passes(600);
    expect((await house.conversation(id)).priority).toBe('normal');
    await house.passes(1440);
    expect((await house.conversation(id)).priority).toBe('high');
  });

  test('finds those who wait already when it is switched on, but not those whose time was over before', async () => {
    const house = await automationHouse();
    const early = await house.writes(await house.visitor(), '早い');
    house.clock.advance(50 * 60_000);
    const late = await house.writes(await house.visitor('遅い人'), '遅い');
    house.clock.advance(20 * 60_000);
    await house.rule('1時間待ち', { when: after(60, 'waiting_for_us'), actions: [{ do: 'set_priority', priority: 'high' }] });
    await house.passes(60);
    expect((await house.conversation(early)).priority).toBe('normal');
    expect((await house.conversation(late)).priority).toBe('high');
  });

  test('that answers does not wait for its own answer', async () => {
    const house = await automationHouse();
    await house.rule('催促', { when: after(30, 'last_activity'), actions: [{ do: 'reply', text: 'いかがでしょうか' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    for (let half = 0; half < 6; half += 1) await house.passes(31);
    expect(await house.runs()).toHaveLength(1);
    expect((await house.conversation(id)).last_seq).toBe(2);
  });

  test('killed or looked at by two at once acts once', async () => {
    const house = await automationHouse();
    await house.rule('催促', { when: after(30, 'waiting_for_us'), actions: [{ do: 'reply', text: 'お待ちください' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    house.clock.advance(30 * 60_000);
    await fireDue(house.system, { ...house.deps, undoSeconds: () => Promise.reject(new Error('killed')) });
    expect((await house.conversation(id)).last_seq).toBe(1);
    house.clock.advance(5 * 60_000);
    await Promise.all([fireDue(house.system, house.deps), fireDue(house.system, house.deps)]);
    expect((await house.conversation(id)).last_seq).toBe(2);
    expect(await house.runs()).toHaveLength(1);
  });

  test('changed counts anew, switched off waits for nothing', async () => {
    const house = await automationHouse();
    const rule = await house.rule('待ち', { when: after(60, 'waiting_for_us'), actions: [{ do: 'set_priority', priority: 'high' }] });
    const id = await house.writes(await house.visitor(), 'こんにちは');
    await house.readAll();
    await updateRule(house.system, rule.id, { ...rule, when: after(120, 'waiting_for_us') });
    await armAll(house.system, new AbortController().signal);
    await house.passes(61);
    expect((await house.conversation(id)).priority).toBe('normal');
    await switchRule(house.system, rule.id, false);
    await house.passes(120);
    expect((await house.conversation(id)).priority).toBe('normal');
  });
});
