import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { botHouse } from '../../../test/bot-house.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { openCodes } from '../../customers/codes/codes.commands.ts';
import { claimIdentity, findOrCreateCustomer } from '../../customers/customers.commands.ts';
import { createFlow, setFlowStatus } from '../../flows/flows.commands.ts';
import { plan, text } from '../../flows/flows.testkit.ts';
import { openMailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../platform/secrets/keys.ts';
import { botReader } from '../bot.reader.ts';
import { turnLeftToLookUps } from './look-ups.events.ts';
import { leaveToLookUps, lookUpsReader } from './look-ups.reader.ts';

const house = await botHouse();
const { system, clock, hears, dataOf } = house;
const keys = keysFrom(Buffer.alloc(32, 7));
const post = await mailServer();
const outbox = openOutbox({
  transport: openMailTransport({ url: post.url, from: 'はづき茶舗 <help@hazuki.example>' }),
  sealingKey: keys.derive('system-mail'),
});
const looked: string[] = [];
const sources = {
  ...house.sources,
  codes: openCodes({ outbox, key: keys.derive('one-time-codes') }),
  lookUp: async ({ url }: { url: string }) => {
    looked.push(url);
    return { state: '発送済み' };
  },
};
const bot = botReader(sources);

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;
const orders = plan(
  [
    { id: 'no', type: 'ask', text: text('番号'), field: 'no', kind: 'order_number', next: 'look' },
    {
      id: 'look',
      type: 'look_up',
      method: 'GET',
      url: 'https://shop.example/orders/{no}?of={verified_email}',
      body: '',
      keep: [{ field: 'state', path: 'state' }],
      identifiedOnly: true,
      next: 'tell',
      failed: 'sorry',
    },
    { id: 'tell', type: 'say', text: text('{no}は{state}です。'), next: null },
    { id: 'sorry', type: 'say', text: text('ご案内できませんでした。'), next: null },
  ],
  { triggers: [{ kind: 'words', words: ['注文の状況', 'order status'] }] },
);
const identifyFirst = plan(
  [
    { id: 'who', type: 'identify', text: text('どなたか教えてください。'), next: 'hello', failed: 'sorry' },
    { id: 'hello', type: 'say', text: text('{verified_email}様ですね。'), next: null },
    { id: 'sorry', type: 'hand_off', text: text(''), teamId: null },
  ],
  { triggers: [{ kind: 'words', words: ['会員の相談'] }] },
);

const published: string[] = [];
async function publish(drawn: FlowPlan) {
  const { id } = await createFlow(system, drawn);
  await setFlowStatus(system, id, 'published');
  published.push(id);
}
afterEach(async () => {
  for (const id of published.splice(0)) await setFlowStatus(system, id, 'archived');
  looked.length = 0;
  clock.advance(2 * HOUR_IN_MS);
});

type Person = Awaited<ReturnType<typeof house.customer>>;
const lastOf = async (one: Person) => (await one.messages()).at(-1)!;
/** Says something to a bot that can send codes. */
async function says(one: Person, said: string, choice: Choice | null = null, to = bot) {
  await hears(await one.write(said, choice), to);
  const { text: words, blocks } = await lastOf(one);
  return { words, blocks: blocks as Block[] };
}
const buttonIn = (blocks: Block[], option: string): Choice =>
  blocks
    .flatMap((block) => (block.type === 'choices' ? block.choices : []))
    .map(({ choice }) => choice)
    .find((choice) => choice.kind === 'flow_option' && choice.option === option)!;

/** Sends what waits, and gives back the code in the last mail to an address; null when there is none. */
async function codeFor(address: string): Promise<string | null> {
  const waiting = await system.transaction((tx) =>
    tx.selectFrom('system_mails').select('id').where('status', '=', 'waiting').orderBy('id').execute(),
  );
  for (const { id } of waiting) await outbox.deliver(system, id);
  return /^\d{6}$/m.exec(post.to(address).at(-1)?.text ?? '')?.[0] ?? null;
}
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const identitiesOf = ({ line }: Person) =>
  system.transaction((tx) =>
    tx
      .selectFrom('identities')
      .select(['kind', 'value', 'verified_at', 'source'])
      .where('customer_id', '=', line.customerId)
      .orderBy('kind')
      .execute(),
  );
/** A customer who has come to the question for a code sent to an address. */
async function asked(address: string, locale: 'ja' | 'en' = 'ja') {
  const one = await house.customer(locale);
  await says(one, locale === 'ja' ? '注文の状況' : 'order status');
  await says(one, 'HS-9');
  const sent = await says(one, address);
  return { one, sent };
}

describe('before private facts', () => {
  test('a customer reads a code in their mail, and then the order is looked up by the address they proved', async () => {
    await publish(orders);
    const sato = await house.customer();
    await says(sato, '注文の状況');
    expect((await says(sato, 'HS-9')).words).toContain('6桁の確認コードをお送りします');
    expect(looked).toEqual([]);
    const sent = await says(sato, 'Sato@Mail.Example');
    expect(sent.words).toContain('Sato@Mail.Example に6桁の確認コードをお送りしました');
    const code = (await codeFor('sato@mail.example'))!;
    const told = await says(sato, `コードは ${code} です`);
    expect(told.words).toBe('確認できました。ありがとうございます。\n\nHS-9は発送済みです。');
    expect(looked).toEqual(['https://shop.example/orders/HS-9?of=sato%40mail.example']);
    expect(await identitiesOf(sato)).toMatchObject([
      { kind: 'email', value: 'sato@mail.example', source: 'code', verified_at: expect.any(Date) },
      { kind: 'visitor' },
    ]);
    const { id } = await sato.conversation();
    expect(await dataOf(id, 'identity.proved')).toEqual([
      { customerId: sato.line.customerId, kind: 'email', ownerId: sato.line.customerId },
    ]);

    // The same day nobody asks again; a day later the browser may be in other hands.
    await says(sato, '注文の状況');
    expect((await says(sato, 'HS-10')).words).toBe('HS-10は発送済みです。');
    clock.advance(25 * HOUR_IN_MS);
    await says(sato, '注文の状況');
    expect((await says(sato, 'HS-11')).words).toContain('6桁の確認コードをお送りします');
    expect(looked).toHaveLength(2);
  });

  test('and where look-ups are left to a reader of their own, the code is checked there once more and used once', async () => {
    await publish(orders);
    const { one } = await asked('left@mail.example');
    const code = (await codeFor('left@mail.example'))!;
    const leaving = botReader({ ...sources, leaveToLookUps, lookUp: async () => expect.unreachable('the bot itself looked something up') });
    await hears(await one.write(code), leaving);
    expect(await identitiesOf(one)).toMatchObject([{ kind: 'visitor' }]);
    const { id } = await one.conversation();
    const left = await system.transaction((tx) =>
      tx.selectFrom('events').selectAll().where('name', '=', turnLeftToLookUps.factName).where('conversation_id', '=', id).execute(),
    );
    const later = lookUpsReader(sources);
    for (const fact of [...left, ...left]) await later.handlers[fact.name]!(house.botCtx, fact);
    expect((await lastOf(one)).text).toBe('確認できました。ありがとうございます。\n\nHS-9は発送済みです。');
    expect(looked).toHaveLength(1);
    expect(await dataOf(id, 'identity.proved')).toHaveLength(1);
    expect(await identitiesOf(one)).toMatchObject([{ kind: 'email', value: 'left@mail.example' }, { kind: 'visitor' }]);
  });

  test('the mail says what it is in the customer’s language, and neither code nor address lies readable anywhere', async () => {
    await publish(orders);
    const { one, sent } = await asked('smith@mail.example', 'en');
    expect(sent.words).toContain('I’ve sent a 6-digit code to smith@mail.example');
    const code = (await codeFor('smith@mail.example'))!;
    const mail = post.to('smith@mail.example')[0]!;
    expect(mail.subject).toMatch(new RegExp(`^${code} is your code for `));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    const kept = await system.transaction(async (tx) => [
      await tx.selectFrom('one_time_codes').selectAll().execute(),
      await tx.selectFrom('system_mails').selectAll().execute(),
      await tx.selectFrom('events').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain('smith@mail.example');
    expect((await says(one, code)).words).toContain('発送済み');
  });

  test('five wrong codes use a code up, even the right one is refused then, and a new one may be asked for', async () => {
    await publish(orders);
    const { one } = await asked('five@mail.example');
    const code = (await codeFor('five@mail.example'))!;
    for (const left of [4, 3, 2, 1])
      expect((await says(one, another(code))).words).toBe(`確認コードが違います。あと${left}回お試しいただけます。`);
    const used = await says(one, another(code));
    expect(used.words).toContain('もうお使いいただけません');
    expect((await says(one, code)).words).toContain('もうお使いいただけません');
    expect(looked).toEqual([]);
    await says(one, 'コードをもう一度送る', buttonIn(used.blocks, 'resend'));
    const fresh = (await codeFor('five@mail.example'))!;
    expect((await says(one, fresh)).words).toContain('HS-9は発送済みです。');
  });

  test('a code is good for ten minutes and once', async () => {
    await publish(orders);
    const { one } = await asked('late@mail.example');
    const code = (await codeFor('late@mail.example'))!;
    clock.advance(10 * MINUTE_IN_MS);
    expect((await says(one, code)).words).toContain('もうお使いいただけません');
    const again = await says(one, 'late@mail.example');
    expect(again.words).toContain('お送りしました');
    const second = (await codeFor('late@mail.example'))!;
    if (second !== code) expect((await says(one, code)).words).toContain('確認コードが違います');
    expect((await says(one, second)).words).toContain('発送済み');
  });

  test('another visitor’s code is worth nothing', async () => {
    await publish(orders);
    const mine = await asked('mine@mail.example');
    const theirs = await asked('mine@mail.example');
    const [first, second] = [(await codeFor('mine@mail.example'))!, post.to('mine@mail.example')[0]!.text!.match(/^\d{6}$/m)![0]];
    if (first !== second) {
      expect((await says(mine.one, first)).words).toContain('確認コードが違います');
      expect((await says(theirs.one, second)).words).toContain('確認コードが違います');
    }
    expect((await says(mine.one, second)).words).toContain('発送済み');
  });

  test('three codes an hour go to one address and five to one visitor, and the way on is that of a failure', async () => {
    await publish(orders);
    const { one, sent } = await asked('often@mail.example');
    const resend = buttonIn(sent.blocks, 'resend');
    await says(one, '…', resend);
    expect((await says(one, '…', resend)).words).toContain('お送りしました');
    expect((await says(one, '…', resend)).words).toBe(
      'ただいま、これ以上は確認コードをお送りできません。1時間ほどおいてお試しいただくか、担当者にご相談ください。\n\nご案内できませんでした。',
    );
    const other = await asked('often@mail.example');
    expect(other.sent.words).toContain('これ以上は確認コードをお送りできません');
    await codeFor('often@mail.example');
    expect(post.to('often@mail.example')).toHaveLength(3);

    const { one: busy } = await asked('busy-1@mail.example');
    for (const n of [2, 3, 4, 5]) expect((await says(busy, `busy-${n}@mail.example`)).words).toContain('お送りしました');
    expect((await says(busy, 'busy-6@mail.example')).words).toContain('これ以上は');
    clock.advance(HOUR_IN_MS);
    expect((await asked('often@mail.example')).sent.words).toContain('お送りしました');
  });
});

describe('an address that is another customer’s', () => {
  test('proves whose facts may be told, tells agents, and moves or merges nothing; a stranger reads the same words', async () => {
    await publish(orders);
    const known = await system.transaction((tx) =>
      findOrCreateCustomer(
        system,
        tx,
        { kind: 'email', value: 'tanaka@mail.example', verified: true, source: 'email' },
        { name: '田中 一郎' },
      ),
    );
    const visitor = await asked('tanaka@mail.example');
    const stranger = await asked('nobody@mail.example');
    expect(visitor.sent.words.replace('tanaka', '')).toBe(stranger.sent.words.replace('nobody', ''));
    const code = (await codeFor('tanaka@mail.example'))!;
    await codeFor('nobody@mail.example');
    const [one, other] = [post.to('tanaka@mail.example').at(-1)!, post.to('nobody@mail.example').at(-1)!];
    expect(one.text!.replace(/\d{6}/, '')).toBe(other.text!.replace(/\d{6}/, ''));

    expect((await says(visitor.one, code)).words).toContain('HS-9は発送済みです。');
    expect(looked).toEqual(['https://shop.example/orders/HS-9?of=tanaka%40mail.example']);
    const { id, customer_id } = await visitor.one.conversation();
    expect(customer_id).toBe(visitor.one.line.customerId);
    expect(await dataOf(id, 'identity.proved')).toMatchObject([{ customerId: customer_id, ownerId: known.customerId }]);
    expect(await identitiesOf(visitor.one)).toMatchObject([
      { kind: 'email', value: 'tanaka@mail.example', verified_at: null },
      { kind: 'visitor' },
    ]);
    // What was theirs before stays out of this browser's sight.
    const seen = await visitor.one.ctx.transaction((tx) => tx.selectFrom('customers').select('id').execute());
    expect(seen.map((row) => row.id)).toEqual([customer_id]);
  });

  test('an address that was only typed before is verified in its place', async () => {
    await publish(identifyFirst);
    const one = await house.customer();
    await says(one, '会員の相談');
    await system.transaction((tx) => claimIdentity(system, tx, one.line.customerId, 'email', 'typed@mail.example', 'chat'));
    await says(one, 'typed@mail.example');
    expect((await says(one, (await codeFor('typed@mail.example'))!)).words).toBe(
      '確認できました。ありがとうございます。\n\ntyped@mail.example様ですね。',
    );
    expect(await identitiesOf(one)).toMatchObject([{ kind: 'email', verified_at: expect.any(Date) }, { kind: 'visitor' }]);
  });
});

describe('the step that asks who somebody is', () => {
  test('takes its own words, another address, and three answers that are none', async () => {
    await publish(identifyFirst);
    const one = await house.customer();
    expect((await says(one, '会員の相談')).words).toBe('どなたか教えてください。');
    expect((await says(one, '佐藤です')).words).toContain('メールアドレスの形を確認できませんでした');
    const sent = await says(one, 'first@mail.example');
    expect((await says(one, '…', buttonIn(sent.blocks, 'other_address'))).words).toBe('どなたか教えてください。');
    await says(one, 'sue.manager@mail.example');
    expect((await says(one, 'まだ届きません')).words).toContain('6桁の確認コードをお書きください');
    await says(one, 'まだです…');
    expect((await says(one, '届きません')).words).toContain('ご本人確認ができませんでした。');
    expect((await one.conversation()).handled_by).toBe('human');
  });

  test.each([
    ['while it asks for the address', []],
    ['after words that are no address', ['佐藤']],
    ['while it waits for the code', ['way@mail.example']],
    ['after a wrong code', ['way@mail.example', '000000']],
  ])('%s, the words and the button for a person hand over', async (_where, said) => {
    await publish(identifyFirst);
    for (const [call, choice] of [
      ['担当者に代わって', null],
      ['担当者に相談する', { kind: 'person' }],
    ] as const) {
      const one = await house.customer();
      await says(one, '会員の相談');
      for (const each of said) await says(one, each);
      await says(one, call, choice);
      expect((await one.conversation()).handled_by).toBe('human');
    }
  });

  test('lets go of whoever cannot read mail', async () => {
    await publish(identifyFirst);
    const one = await house.customer();
    const { blocks } = await says(one, '会員の相談');
    await says(one, 'メールでは確認できない', buttonIn(blocks, 'cannot'));
    expect((await one.conversation()).handled_by).toBe('human');
  });

  test('gives the conversation to people, with a note, where no mail can be sent', async () => {
    await publish(identifyFirst);
    const one = await house.customer();
    await says(one, '会員の相談', null, botReader(house.sources));
    const { id, handled_by } = await one.conversation();
    expect(handled_by).toBe('human');
    const notes = await system.transaction((tx) =>
      tx.selectFrom('messages').select('text').where('conversation_id', '=', id).where('kind', '=', 'note').execute(),
    );
    expect(notes.map((note) => note.text).join('\n')).toContain('メールの送信が設定されていないため');
  });

  test('tells people what was proved', async () => {
    const handing = identifyFirst.steps.map((step) => (step.id === 'who' && step.type === 'identify' ? { ...step, next: 'sorry' } : step));
    await publish({ ...identifyFirst, steps: handing });
    const one = await house.customer();
    await says(one, '会員の相談');
    await says(one, 'told@mail.example');
    await says(one, (await codeFor('told@mail.example'))!);
    const { id } = await one.conversation();
    const notes = await system.transaction((tx) =>
      tx.selectFrom('messages').select('text').where('conversation_id', '=', id).where('kind', '=', 'note').execute(),
    );
    expect(notes[0]?.text).toContain('・本人確認済みのメールアドレス → told@mail.example');
  });
});
