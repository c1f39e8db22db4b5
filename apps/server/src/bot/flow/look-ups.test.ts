import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { botHouse, quoteIn } from '../../../test/bot-house.ts';
import { assign } from '../../conversations/commands/manage.ts';
import { createFlow, setFlowStatus } from '../../flows/flows.commands.ts';
import { plan, text } from '../../flows/flows.testkit.ts';
import { newId } from '../../platform/ids/ids.ts';
import { botReader } from '../bot.reader.ts';
import { turnLeftToLookUps } from './look-ups.events.ts';
import { leaveToLookUps, lookUpsReader } from './look-ups.reader.ts';

const house = await botHouse();
const { system, suzuki, clock, customer, hears, sources } = house;
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;
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
const runs = async ({ conversation }: Person) => {
  const { id } = await conversation();
  return system.transaction((tx) => tx.selectFrom('flow_runs').selectAll().where('conversation_id', '=', id).orderBy('id').execute());
};

describe('what comes from outside', () => {
  const drawn = plan(
    [
      { id: 'ask', type: 'ask', text: text('番号'), field: 'no', kind: 'order_number', next: 'look' },
      {
        id: 'look',
        type: 'look_up',
        method: 'GET',
        url: 'https://shop.example/orders/{no}',
        body: '',
        keep: [{ field: 'state', path: 'state' }],
        identifiedOnly: false,
        next: 'tell',
        failed: 'search',
      },
      { id: 'tell', type: 'say', text: text('{no}は{state}です。'), next: null },
      { id: 'search', type: 'answer', question: null, next: 'sorry' },
      { id: 'sorry', type: 'say', text: text('わかりませんでした。'), next: null },
    ],
    words(fee.question, '配達はどうなっている'),
  );
  const with_ = (lookUp: typeof sources.lookUp) => botReader({ ...sources, lookUp });

  test('is asked for outside any lock, once, and quoted', async () => {
    await publish(drawn);
    const sato = await customer();
    await sato.says('配達はどうなっている');
    const asked: string[] = [];
    const bot = with_(async ({ url }) => {
      asked.push(url);
      // The conversation is free: somebody else can lock and change it meanwhile.
      await system.transaction((tx) => tx.selectFrom('conversations').selectAll().forUpdate().noWait().execute());
      return { state: '発送済み' };
    });
    await hears(await sato.write('HS-9'), bot);
    expect((await sato.messages()).at(-1)!.text).toBe('HS-9は発送済みです。');
    expect(asked).toEqual(['https://shop.example/orders/HS-9']);
  });

  test('and what is private is asked only for a customer whose identity was proved', async () => {
    const steps = drawn.steps.map((step) => (step.type === 'look_up' ? { ...step, identifiedOnly: true } : step));
    await publish({ ...drawn, steps });
    const asked: string[] = [];
    const bot = with_(async ({ url }) => {
      asked.push(url);
      return { state: '発送済み' };
    });
    const stranger = await customer();
    await stranger.says('配達はどうなっている');
    await hears(await stranger.write('HS-9'), bot);
    expect(asked).toEqual([]);
    expect(JSON.stringify(await stranger.messages())).not.toContain('発送済み');

    const sato = await customer();
    const { customerId } = sato.line;
    await system.transaction((tx) =>
      tx
        .insertInto('identities')
        .values({
          workspace_id: house.workspaceId,
          id: newId('idn'),
          customer_id: customerId,
          kind: 'external',
          value: 'sato-1',
          source: 'chat',
          verified_at: clock.now(),
        })
        .execute(),
    );
    await sato.says('配達はどうなっている');
    await hears(await sato.write('HS-9'), bot);
    expect(asked).toEqual(['https://shop.example/orders/HS-9']);
    expect((await sato.messages()).at(-1)!.text).toBe('HS-9は発送済みです。');
  });

  test('and when it fails, what the customer asked first is answered from the knowledge', async () => {
    await publish(drawn);
    const sato = await customer();
    await sato.says(fee.question);
    await hears(
      await sato.write('HS-9'),
      with_(async () => null),
    );
    const last = (await sato.messages()).at(-1)!;
    expect(quoteIn(last.blocks as Block[])).toMatchObject({ title: fee.question });
    expect(await runs(sato)).toMatchObject([{ status: 'answered' }]);
    expect((await sato.steps()).at(-1)).toMatchObject({ decision: 'answer', because: 'sure' });
  });

  test('keeps nobody waiting but the customer whose turn it is, and what they write next comes after it', async () => {
    await publish(drawn);
    const sato = await customer();
    await sato.says('配達はどうなっている');
    const bot = botReader({ ...sources, leaveToLookUps, lookUp: async () => expect.unreachable('the bot itself looked something up') });
    await hears(await sato.write('HS-9'), bot);
    await hears(await sato.write('こんにちは'), bot);
    expect((await sato.messages()).map(({ author_kind }) => author_kind)).toEqual(['customer', 'bot', 'customer', 'customer']);
    const tanaka = await customer();
    await tanaka.says('配達はどうなっている');
    await hears(await tanaka.write('HS-10'), bot);
    await hears(await tanaka.write('担当者をお願いします'), bot);
    expect((await tanaka.conversation()).handled_by).toBe('human');

    const looked: string[] = [];
    const later = lookUpsReader({
      ...sources,
      lookUp: async ({ url }) => {
        looked.push(url);
        return { state: '発送済み' };
      },
    });
    const left = await system.transaction((tx) =>
      tx.selectFrom('events').selectAll().where('name', '=', turnLeftToLookUps.factName).orderBy('position').execute(),
    );
    for (const fact of [...left, ...left]) await later.handlers[fact.name]!(house.botCtx, fact);
    const said = (await sato.messages()).slice(4);
    expect(said.map(({ text: one }) => one.split('\n')[0])).toEqual(['HS-9は発送済みです。', expect.stringContaining('こんにちは。')]);
    expect(looked).toEqual(['https://shop.example/orders/HS-9']);
    expect((await tanaka.messages()).filter(({ author_kind }) => author_kind === 'bot')).toHaveLength(2);
  });

  test('comes too late when people took over meanwhile', async () => {
    await publish(drawn);
    const sato = await customer();
    await sato.says('配達はどうなっている');
    const { id } = await sato.conversation();
    const message = await sato.write('HS-9');
    const bot = with_(async () => {
      await assign(suzuki, id, { agentId: suzuki.actor.id, teamId: null });
      return { state: '発送済み' };
    });
    await hears(message, bot);
    expect(JSON.stringify(await sato.messages())).not.toContain('発送済み');
  });
});
