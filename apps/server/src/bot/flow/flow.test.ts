import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { botHouse, choicesIn, quoteIn } from '../../../test/bot-house.ts';
import { createTeam } from '../../agents/teams.commands.ts';
import { assign } from '../../conversations/commands/manage.ts';
import type { OneTimeCodes } from '../../customers/codes/codes.types.ts';
import { faultsOf, hasErrors } from '../../flows/check/faults.rules.ts';
import { figuresOf } from '../../flows/figures.queries.ts';
import { createFlow, setFlowStatus, updateFlow } from '../../flows/flows.commands.ts';
import { connectedPlan, plan, returns, text } from '../../flows/flows.testkit.ts';
import { botReader } from '../bot.reader.ts';

const house = await botHouse();
const { system, suzuki, clock, customer, hears, articles, sources, dataOf } = house;
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;
const DAY_IN_MS = 86_400_000;
const words = (...list: string[]): Partial<FlowPlan> => ({ triggers: [{ kind: 'words', words: list }] });

const published: string[] = [];
async function publish(drawn: FlowPlan) {
  const { id } = await createFlow(system, drawn);
  await setFlowStatus(system, id, 'published');
  published.push(id);
  return id;
}
afterEach(async () => {
  for (const id of published.splice(0)) await setFlowStatus(system, id, 'archived');
});

type Person = Awaited<ReturnType<typeof customer>>;
const optionIn = (blocks: Block[], label: string): Choice => {
  const all = blocks.flatMap((block) => (block.type === 'choices' ? block.choices : []));
  return all.find((one) => one.label === label)!.choice;
};
const notes = async ({ conversation }: Person) => {
  const { id } = await conversation();
  const rows = await system.transaction((tx) =>
    tx.selectFrom('messages').selectAll().where('conversation_id', '=', id).where('kind', '=', 'note').execute(),
  );
  return rows.map((row) => row.text);
};
const runs = async ({ conversation }: Person) => {
  const { id } = await conversation();
  return system.transaction((tx) => tx.selectFrom('flow_runs').selectAll().where('conversation_id', '=', id).orderBy('id').execute());
};
/** Lets the bot read the facts of one name, as its reader would. */
async function reads(name: string, conversationId: string) {
  const facts = await system.transaction((tx) =>
    tx.selectFrom('events').selectAll().where('name', '=', name).where('conversation_id', '=', conversationId).execute(),
  );
  for (const fact of facts) await house.bot.handlers[name]!(house.botCtx, fact);
}

describe('a flow from its first word to its end', () => {
  test('leads a customer to the team, and the team reads what was collected', async () => {
    const team = await createTeam(system, { name: '返品窓口', memberIds: [] });
    const drawn = { ...returns, ...words('返品の相談') };
    const handed = { ...drawn, steps: drawn.steps.map((step) => (step.type === 'hand_off' ? { ...step, teamId: team.id } : step)) };
    const flowId = await publish(handed);
    const sato = await customer();
    const first = await sato.says('すみません、ＨＥＮＰＩＮではなく返品の相談です');
    expect(first.text).toBe('どうなさいましたか?');
    expect(optionIn(first.blocks, '返品したい')).toEqual({ kind: 'flow_option', flowId, step: 'what', option: 'return' });
    expect((await sato.says('返品したい', optionIn(first.blocks, '返品したい'))).text).toBe('注文番号を教えてください。');
    expect((await sato.says('わかりません')).text).toContain('英数字とハイフン');
    expect((await sato.says('ＨＳ-１２３')).text).toBe('HS-123の理由をお聞かせください。');
    const last = await sato.says('割れていました');
    expect(last.text).toMatch(/^HS-123について担当におつなぎします。\n\n担当者におつなぎします/);

    const { id, handled_by, assignee_team_id } = await sato.conversation();
    expect([handled_by, assignee_team_id]).toEqual(['human', team.id]);
    expect(await notes(sato)).toEqual([
      'ボットからの引き継ぎ\n・ご質問: すみません、ＨＥＮＰＩＮではなく返品の相談です\n\nシナリオ「返品のご相談」でお伺いした内容\n・どうなさいましたか? → 返品したい\n・注文番号を教えてください。 (order_no) → HS-123\n・HS-123の理由をお聞かせください。 (reason) → 割れていました',
    ]);
    expect((await sato.messages()).map(({ kind }) => kind)).not.toContain('note');
    expect(await runs(sato)).toMatchObject([{ status: 'handed_off', step: 'people', flow_version: 1 }]);
    expect(await dataOf(id, 'conversation.handed_off')).toEqual([{ because: 'flow' }]);
    expect(await dataOf(id, 'conversation.assigned')).toMatchObject([{ teamId: team.id, teamName: '返品窓口' }]);
    expect(await dataOf(id, 'flow.finished')).toMatchObject([{ flowId, how: 'handed_off' }]);
    expect((await sato.steps()).map(({ decision, because }) => `${decision} ${because}`)).toEqual([
      'flow flow',
      'flow flow',
      'flow flow',
      'flow flow',
      'handoff flow',
    ]);
    await reads('conversation.handed_off', id);
    expect(await notes(sato)).toHaveLength(1);
  });

  test('is heard once, however often the message is handed to the bot', async () => {
    await publish({ ...returns, ...words('返品の相談') });
    const sato = await customer();
    const id = await sato.write('返品の相談');
    await Promise.all([hears(id), hears(id, botReader(sources))]);
    await hears(id);
    expect((await sato.messages()).map(({ text: said }) => said)).toEqual(['返品の相談', 'どうなさいましたか?']);
    expect(await runs(sato)).toHaveLength(1);
  });

  test('stays on the version it began with', async () => {
    const id = await publish({ ...returns, ...words('返品の相談') });
    const sato = await customer();
    const first = await sato.says('返品の相談');
    const changed = returns.steps.map((step) => (step.id === 'order' ? { ...step, text: text('新しい聞き方') } : step));
    await updateFlow(system, id, { ...returns, ...words('返品の相談'), steps: changed as FlowPlan['steps'], version: 1 });
    await setFlowStatus(system, id, 'published');
    expect((await sato.says('返品したい', optionIn(first.blocks, '返品したい'))).text).toBe('注文番号を教えてください。');
    const tanaka = await customer();
    const again = await tanaka.says('返品の相談');
    expect((await tanaka.says('返品したい', optionIn(again.blocks, '返品したい'))).text).toBe('新しい聞き方');
  });

  test('that ends without a word thanks, and the bot goes on as always', async () => {
    await publish({ ...returns, ...words('返品の相談') });
    const sato = await customer();
    await sato.says('返品の相談');
    expect((await sato.says('そのほか')).text).toContain('ありがとうございます。ほかにご質問があれば');
    expect(await runs(sato)).toMatchObject([{ status: 'finished' }]);
    expect(quoteIn((await sato.says(fee.question)).blocks)).toMatchObject({ title: fee.question });
  });
});

describe('what starts a flow', () => {
  test('the first message on a channel, not the second', async () => {
    await publish({ ...returns, triggers: [{ kind: 'channel', channel: 'chat' }] });
    const sato = await customer();
    expect((await sato.says('こんにちは')).text).toBe('どうなさいましたか?');
    await sato.says('そのほか');
    expect((await sato.says('こんにちは')).text).toContain('ご質問を文章で');
  });

  test('the article it takes the place of', async () => {
    const { id } = articles.get('ja:delivery-fee')!;
    await publish({ ...returns, triggers: [{ kind: 'article', articleId: id }] });
    const sato = await customer();
    expect((await sato.says(fee.question)).text).toBe('どうなさいましたか?');
  });

  test('nothing while it is a draft or archived, nor words it does not know', async () => {
    const draft = await createFlow(system, { ...returns, ...words('返品の相談') });
    const sato = await customer();
    await sato.says('返品の相談');
    expect(await runs(sato)).toEqual([]);
    await setFlowStatus(system, draft.id, 'archived');
  });
});

describe('a flow never traps', () => {
  const everyStep = plan(
    [
      { id: 'buttons', type: 'buttons', text: text('選んで'), options: [{ id: 'go', label: text('次'), next: 'text' }] },
      { id: 'text', type: 'ask', text: text('書いて'), field: 'a', kind: 'text', next: 'date' },
      { id: 'date', type: 'ask', text: text('いつ'), field: 'b', kind: 'date', next: 'mail' },
      { id: 'mail', type: 'ask', text: text('どこ'), field: 'c', kind: 'email', next: 'buttons' },
    ],
    words('始めて'),
  );
  const ways: [string, string[]][] = [
    ['at buttons', []],
    ['at a text', ['次']],
    ['at a date', ['次', '割れた']],
    ['after an answer that could not be taken', ['次', '割れた', '来世']],
    ['at an address', ['次', '割れた', '昨日']],
    ['on the second round', ['次', '割れた', '昨日', 'a@mail.example', '次']],
  ];
  const calls: [string, Choice | null, string][] = [
    ['担当者', null, 'asked_for_person'],
    ['担当者に相談する', { kind: 'person' }, 'asked_for_person'],
    ['I want to talk to a person', null, 'asked_for_person'],
    ['ふざけるな', null, 'angry'],
  ];

  test.each(ways)('%s, the words and the button for a person hand over', async (_where, said) => {
    await publish(everyStep);
    for (const [call, choice, because] of calls) {
      const sato = await customer();
      await sato.says('始めて');
      for (const one of said) await sato.says(one);
      await sato.says(call, choice);
      const { id, handled_by } = await sato.conversation();
      expect(handled_by).toBe('human');
      expect(await dataOf(id, 'conversation.handed_off')).toEqual([{ because }]);
      expect(await runs(sato)).toMatchObject([{ status: 'left' }]);
      const [note, ...more] = await notes(sato);
      expect([note, more]).toEqual([expect.stringContaining('・ご質問: 始めて'), []]);
      expect(note?.includes('でお伺いした内容')).toBe(said.length > 0);
    }
  });

  test('whatever a company draws: from wherever a customer has come, the words for a person and the button hand over', async () => {
    const drawn = fc.sample(
      connectedPlan.filter((one) => !hasErrors(faultsOf(one, { teams: new Set(), articles: new Set() }))),
      { numRuns: 8, seed: 8 },
    );
    const inputs = fc.sample(
      fc.array(fc.constantFrom('yes', 'はい', '3', '昨日', 'むにゃ', 'a@mail.example', '123456'), { maxLength: 4 }),
      { numRuns: 8, seed: 8 },
    );
    const codes: OneTimeCodes = {
      ways: async () => ({ email: true, phone: false }),
      send: async () => 'sent',
      check: async () => ({ outcome: 'wrong', left: 4 }),
    };
    const bots = [botReader({ ...sources, lookUp: async () => null }), botReader({ ...sources, lookUp: async () => null, codes })];
    for (const [index, one] of drawn.entries()) {
      await publish({ ...one, ...words('始めて') });
      const bot = bots[index % 2]!;
      for (const [call, choice] of calls) {
        const sato = await customer();
        for (const said of ['始めて', ...inputs[index]!]) await hears(await sato.write(said), bot);
        await hears(await sato.write(call, choice), bot);
        expect((await sato.conversation()).handled_by).toBe('human');
        expect((await runs(sato)).filter(({ status }) => status === 'running')).toEqual([]);
      }
      await setFlowStatus(system, published.at(-1)!, 'archived');
    }
  });

  test('another question at the buttons is answered as always', async () => {
    await publish(everyStep);
    const sato = await customer();
    await sato.says('始めて');
    expect(quoteIn((await sato.says(fee.question)).blocks)).toMatchObject({ title: fee.question });
    expect(await runs(sato)).toMatchObject([{ status: 'left', step: 'buttons' }]);
    expect(await sato.facts()).toContain('flow.left');
  });

  test('a button of a step before is asked again; one of a flow that is over offers a person', async () => {
    await publish(everyStep);
    const sato = await customer();
    const first = await sato.says('始めて');
    await sato.says('次');
    const old = optionIn(first.blocks, '次');
    expect((await sato.says('次', old)).text).toBe('書いて');
    await sato.says('割れた');
    await sato.says(fee.question, { kind: 'article', articleId: articles.get('ja:delivery-fee')!.id });
    const late = await sato.says('次', old);
    expect(late.text).toContain('いまはお選びいただけません');
    expect(choicesIn(late.blocks)).toEqual(['person']);
  });

  test('who comes back after a day is not held to yesterday’s question', async () => {
    await publish(everyStep);
    const sato = await customer();
    await sato.says('始めて');
    await sato.says('次');
    clock.advance(DAY_IN_MS + 1000);
    expect(quoteIn((await sato.says(fee.question)).blocks)).toMatchObject({ title: fee.question });
    expect(await runs(sato)).toMatchObject([{ status: 'left' }]);
    clock.advance(-DAY_IN_MS);
  });

  test('an agent who takes over reads what was collected, and the flow is left', async () => {
    await publish(everyStep);
    const sato = await customer();
    await sato.says('始めて');
    await sato.says('次');
    await sato.says('割れた');
    const { id } = await sato.conversation();
    await assign(suzuki, id, { agentId: suzuki.actor.id, teamId: null });
    await reads('conversation.handed_off', id);
    await reads('conversation.handed_off', id);
    expect(await notes(sato)).toEqual([expect.stringContaining('書いて (a) → 割れた')]);
    expect(await runs(sato)).toMatchObject([{ status: 'left', step: 'date' }]);
  });
});

test('the figures say how many came how far', async () => {
  const id = await publish({ ...returns, ...words('返品の相談') });
  for (const said of [[], ['返品したい'], ['返品したい', 'HS-1', '割れた'], ['そのほか'], [fee.question], ['返品したい', '担当者']]) {
    const one = await customer();
    await one.says('返品の相談');
    for (const each of said) await one.says(each);
  }
  const figures = await system.transaction((tx) => figuresOf(system, tx, id, 30));
  expect(figures).toMatchObject({ started: 6, finished: 1, handedOff: 1, left: 2, running: 2 });
  expect(figures.steps.map(({ stepId, reached, left }) => `${stepId} ${reached} ${left}`)).toEqual([
    'what 6 1',
    'order 3 1',
    'why 1 0',
    'hours 1 0',
    'people 1 0',
    'later 0 0',
  ]);
  clock.advance(DAY_IN_MS + 1000);
  expect(await system.transaction((tx) => figuresOf(system, tx, id, 30))).toMatchObject({ left: 4, running: 0 });
});
