import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { botHouse } from '../../../test/bot-house.ts';
import { hasContract, openApi } from '../../../test/contract.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { accountSid, twilioSimulator } from '../../../test/simulators/twilio.ts';
import { botReader } from '../../bot/bot.reader.ts';
import { orderAt } from '../../commerce/commerce.testkit.ts';
import { ORDERS, syncOne } from '../../commerce/sync/sync.commands.ts';
import { openCodes } from '../../customers/codes/codes.commands.ts';
import { findOrCreateCustomer } from '../../customers/customers.commands.ts';
import { codeUndelivered } from '../../customers/customers.events.ts';
import { createFlow, setFlowStatus } from '../../flows/flows.commands.ts';
import { plan, text } from '../../flows/flows.testkit.ts';
import { openMailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../platform/secrets/keys.ts';
import { createBrand } from '../../workspaces/brands/brands.commands.ts';
import { insertInbox, updateInbox } from '../../workspaces/inboxes.commands.ts';
import { registerChannels } from '../channels.registry.ts';
import { makeCalls } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { saveSettings } from '../settings/settings.commands.ts';
import { parseSms } from '../sms/parse-sms.ts';
import { smsChannel } from '../sms/sms.channel.ts';
import { verifySms } from '../sms/verify.ts';
import { openCodeTexts } from './code-texts.commands.ts';
import { noteTextLost } from './lost.commands.ts';

const house = await botHouse();
const { system, clock, hears, dataOf, platform } = house;
const keys = keysFrom(Buffer.alloc(32, 7));
const post = await mailServer();
const twilio = await twilioSimulator({ authToken: 'token', number: '+815031234567' });
const outbox = openOutbox({
  transport: openMailTransport({ url: post.url, from: 'はづき茶舗 <help@hazuki.example>' }),
  sealingKey: keys.derive('system-mail'),
});
const sealingKey = keys.derive('channel-secrets');
const channels = registerChannels([smsChannel]);
const origins = { 'https://api.twilio.com': twilio.origin };
const log = { warn: () => {}, error: () => {} };
const texts = openCodeTexts({
  channels,
  calls: makeCalls({ platform, sealingKey, origins, channels, publicUrl: 'https://desk.example', log }),
  sealingKey: keys.derive('code-texts'),
});
const bot = botReader({
  ...house.sources,
  codes: openCodes({ outbox, key: keys.derive('one-time-codes'), texts }),
  lookUp: async () => expect.unreachable('another server was asked'),
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CLAIM = '確認コードのSMSをお送りできませんでした。';
const orders = (by: 'email' | 'phone' | 'either'): FlowPlan =>
  plan(
    [
      { id: 'no', type: 'ask', text: text('番号'), field: 'no', kind: 'order_number', next: 'look' },
      {
        id: 'look',
        type: 'look_up',
        of: 'orders',
        numberField: 'no',
        method: 'GET',
        url: '',
        keep: [],
        by,
        next: 'tell',
        failed: 'sorry',
      },
      { id: 'tell', type: 'say', text: text('{found_order}は{order_state}です。'), next: null },
      { id: 'sorry', type: 'say', text: text('見つかりませんでした。'), next: null },
    ],
    { triggers: [{ kind: 'words', words: ['注文の状況', 'order status'] }] },
  );

let inboxId = '';
/** An inbox for text messages under a number of its own. @returns its id */
const smsInbox = (name: string, from: string): Promise<string> =>
  system.transaction(async (tx) => {
    const id = await insertInbox(system, tx, { name, channel: 'sms' });
    const given = { accountSid, authToken: 'token', sender: 'number', from };
    await saveSettings(system, tx, { sealingKey, channel: smsChannel, inboxId: id, given });
    return id;
  });
beforeAll(async () => {
  const buyer = (phone: string) => ({ externalId: '', name: '', email: '', phone });
  await syncOne(system, ORDERS, 'ec', '1', orderAt(1, { number: 'HS-9', customer: buyer('090-1111-2222') }));
  await syncOne(system, ORDERS, 'ec', '2', orderAt(1, { number: 'HS-8', state: 'cancelled', customer: buyer('080-3333-4444') }));
  inboxId = await smsInbox('SMS', '+815031234567');
});

const published: string[] = [];
async function publish(drawn: FlowPlan) {
  const { id } = await createFlow(system, drawn);
  await setFlowStatus(system, id, 'published');
  published.push(id);
}
afterEach(async () => {
  for (const id of published.splice(0)) await setFlowStatus(system, id, 'archived');
  clock.advance(2 * HOUR_MS);
});

type Person = Awaited<ReturnType<typeof house.customer>>;
type Heard = { words: string; buttons: string[]; press: (option: string) => Choice };
const heardBy = async (one: Person): Promise<Heard> => {
  const { text: words, blocks } = (await one.messages()).at(-1)!;
  const choices = (blocks as Block[]).flatMap((block) => (block.type === 'choices' ? block.choices : []));
  const optionOf = ({ choice }: (typeof choices)[number]) => (choice.kind === 'flow_option' ? choice.option : choice.kind);
  return { words, buttons: choices.map(optionOf), press: (option) => choices.find((one) => optionOf(one) === option)!.choice };
};
async function says(one: Person, said: string, choice: Choice | null = null): Promise<Heard> {
  await hears(await one.write(said, choice), bot);
  return heardBy(one);
}
/** Sends what waits, and hands the facts of it to the bot as the log would, twice. @returns what could be tried again */
async function send(one?: Person): Promise<unknown[]> {
  const waiting = await system.transaction((tx) => tx.selectFrom('code_texts').select('id').where('status', '=', 'waiting').execute());
  const again: unknown[] = [];
  for (const { id } of waiting) await texts.deliver(system, id).catch((error: unknown) => again.push(error));
  const conversation = one && (await one.conversation());
  if (!conversation) return again;
  const facts = await system.transaction((tx) =>
    tx
      .selectFrom('events')
      .selectAll()
      .where('name', '=', codeUndelivered.factName)
      .where('conversation_id', '=', conversation.id)
      .execute(),
  );
  for (const fact of [...facts, ...facts]) await bot.handlers[fact.name]!(house.botCtx, fact);
  return again;
}
/** Twilio tells later how far a text got, at the address it was given for that. @returns what was made of it */
async function reports(form: URLSearchParams, MessageStatus: string, ErrorCode = '') {
  const url = form.get('StatusCallback')!;
  const { body, headers } = twilio.webhook(url, { MessageSid: 'SM1', To: form.get('To')!, MessageStatus, ErrorCode });
  const query = Object.fromEntries(new URL(url).searchParams);
  const verdict = verifySms({ authToken: 'token' }, { headers, query, body: Buffer.from(body), url });
  if (verdict.kind !== 'keep') return expect.unreachable(verdict.kind);
  const events = parseSms({ headers: verdict.headers ?? {}, body: Buffer.from(body), receivedAt: clock.now() });
  for (const event of events) if (event.kind === 'text_lost') await noteTextLost(system, event.textId, event.code);
  return events;
}
const codeFor = async (number: string): Promise<string> => {
  await send();
  const last = twilio.sent.findLast(({ form }) => form.get('To') === number);
  return /\d{6}/.exec(last?.form.get('Body') ?? '')![0];
};
const mailedCode = async (address: string): Promise<string> => {
  const waiting = await system.transaction((tx) => tx.selectFrom('system_mails').select('id').where('status', '=', 'waiting').execute());
  for (const { id } of waiting) await outbox.deliver(system, id);
  return /^\d{6}$/m.exec(post.to(address).at(-1)?.text ?? '')![0];
};
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** A customer who has come to the question for a number, and wrote one. */
async function asked(number: string, no = 'HS-9', locale: 'ja' | 'en' = 'ja'): Promise<{ one: Person; told: Heard }> {
  const one = await house.customer(locale);
  await says(one, locale === 'ja' ? '注文の状況' : 'order status');
  await says(one, no);
  return { one, told: await says(one, number) };
}

describe('a customer proves her mobile number', () => {
  test('by a code in a text message, and reads her order; another’s is one that does not exist', async () => {
    await publish(orders('phone'));
    const sato = await house.customer();
    await says(sato, '注文の状況');
    expect((await says(sato, 'HS-9')).words).toContain('SMSを受け取れる携帯電話番号をお書きください');
    const told = await says(sato, '０９０-1111-2222');
    expect(told.words).toBe('09011112222 に、SMSで6桁の確認コードをお送りしました。届きましたら、10分以内にここへお書きください。');
    expect(told.buttons).toEqual(['resend', 'other_way', 'by_email', 'cannot_at_all']);
    const code = await codeFor('+819011112222');
    expect(Object.fromEntries(twilio.sent.at(-1)!.form)).toEqual({
      To: '+819011112222',
      From: '+815031234567',
      Body: `【葉月と匙】確認コード: ${code}（10分間有効）。他の人に教えないでください。`,
      ValidityPeriod: '300',
      StatusCallback: expect.stringMatching(/^https:\/\/desk\.example\/api\/hooks\/[\w-]+\?text=otc_\w+$/),
    });
    expect((await says(sato, code)).words).toBe('確認できました。ありがとうございます。\n\nHS-9はお支払い済み、発送準備中です。');
    for (const number of ['HS-8', 'HS-7']) {
      await says(sato, '注文の状況');
      expect((await says(sato, number)).words).toBe('見つかりませんでした。');
    }
    const { id } = await sato.conversation();
    expect(await dataOf(id, 'identity.proved')).toMatchObject([{ kind: 'phone', ownerId: sato.line.customerId }]);
    const identities = await system.transaction((tx) =>
      tx.selectFrom('identities').selectAll().where('customer_id', '=', sato.line.customerId).where('kind', '=', 'phone').execute(),
    );
    expect(identities).toMatchObject([{ value: '+819011112222', source: 'code', verified_at: expect.any(Date) }]);

    const elsewhere = await house.customer();
    await says(elsewhere, '注文の状況');
    expect((await says(elsewhere, 'HS-9')).words, 'what was proved on one line counts there').toContain('携帯電話番号をお書きください');
    clock.advance(25 * HOUR_MS);
    await says(sato, '注文の状況');
    expect((await says(sato, 'HS-9')).words, 'a day later').toContain('携帯電話番号をお書きください');
  });

  test('and neither number nor code lies readable anywhere', async () => {
    await publish(orders('phone'));
    const { one } = await asked('070-5555-6666', 'HS-9', 'en');
    const kept = () =>
      system.transaction(async (tx) =>
        JSON.stringify([
          await tx.selectFrom('one_time_codes').selectAll().execute(),
          await tx.selectFrom('code_texts').selectAll().execute(),
          await tx.selectFrom('events').selectAll().execute(),
        ]),
      );
    const before = await kept();
    const code = await codeFor('+817055556666');
    expect(twilio.sent.at(-1)!.form.get('Body')).toMatch(new RegExp(`^${code} is your `));
    for (const lies of [before, await kept()]) {
      expect(lies).not.toContain('7055556666');
      expect(lies).not.toContain(code);
    }
    expect((await says(one, code)).words).toContain('見つかりませんでした。');
  });

  test('five wrong codes use it up: the sixth attempt is refused, with the right code too', async () => {
    await publish(orders('phone'));
    const { one } = await asked('090-1111-2222');
    const code = await codeFor('+819011112222');
    for (const left of [4, 3, 2, 1]) expect((await says(one, another(code))).words).toContain(`あと${left}回`);
    expect((await says(one, another(code))).words).toContain('もうお使いいただけません');
    const refused = await says(one, code);
    expect(refused.words).toContain('もうお使いいただけません');
    await says(one, '…', refused.press('resend'));
    expect((await says(one, await codeFor('+819011112222'))).words).toContain('HS-9は');
  });

  test('three codes an hour go to one number, however it is written and whoever asks', async () => {
    await publish(orders('phone'));
    for (const written of ['080-7777-0001', '+81 80 7777 0001', '08077770001'])
      expect((await asked(written)).told.words).toContain('お送りしました');
    const { told } = await asked('080-7777-0001');
    expect(told.words).toContain('これ以上は確認コードをお送りできません');
    await send();
    expect(twilio.sent.filter(({ form }) => form.get('To') === '+818077770001')).toHaveLength(3);
  });

  test('that is another customer’s: whose it is stays, and a stranger reads the same words', async () => {
    await publish(orders('phone'));
    const found = { kind: 'phone', value: '+818033334444', verified: true, source: 'sms' } as const;
    const known = await system.transaction((tx) => findOrCreateCustomer(system, tx, found, { name: '森' }));
    const visitor = await asked('080-3333-4444', 'HS-8');
    const stranger = await asked('080-9999-4444', 'HS-8');
    expect(visitor.told.words.replace('3333', '')).toBe(stranger.told.words.replace('9999', ''));
    expect((await says(visitor.one, await codeFor('+818033334444'))).words).toContain('HS-8はキャンセル済み');
    const { id, customer_id } = await visitor.one.conversation();
    expect(customer_id).toBe(visitor.one.line.customerId);
    expect(await dataOf(id, 'identity.proved')).toMatchObject([{ kind: 'phone', ownerId: known.customerId }]);
  });

  test('of several inboxes, the brand’s own sends the code; where it has none or it is paused, the oldest does', async () => {
    await publish(orders('phone'));
    const brand = await createBrand(system, { name: 'HAZUKI Tea', key: 'tea', color: '#3b5bdb', host: null }, null);
    const teaId = await smsInbox('Tea SMS', '+815099998888');
    await updateInbox(system, teaId, { brandId: brand.id });
    const sentFrom = async (no: number) => {
      const { one } = await asked(`090-3333-000${no}`);
      await send();
      const { form } = twilio.sent.findLast((sent) => sent.form.get('To') === `+81903333000${no}`)!;
      return { from: form.get('From'), chatId: (await one.conversation()).inbox_id };
    };
    const { from, chatId } = await sentFrom(1);
    expect(from, 'the default brand').toBe('+815031234567');
    await updateInbox(system, chatId, { brandId: brand.id });
    expect(await sentFrom(2)).toMatchObject({ from: '+815099998888' });
    await updateInbox(system, teaId, { paused: true });
    expect(await sentFrom(3)).toMatchObject({ from: '+815031234567' });
    await updateInbox(system, chatId, { brandId: null });
  });
});

describe('where no text message helps, e-mail does', () => {
  test('a number of a fixed line is seen at once, and so is none of any', async () => {
    await publish(orders('phone'));
    const { one, told } = await asked('03-1234-5678');
    expect(told.words).toContain('SMSを受け取れない番号のようです');
    expect(told.words).toContain('メールアドレスか、SMSを受け取れる携帯電話番号をお書きください');
    expect((await says(one, 'わかりません')).words).toContain('携帯電話番号を確認できませんでした');
    expect((await says(one, 'sato@mail.example')).words).toContain('sato@mail.example に6桁の確認コードをお送りしました');
    expect((await says(one, await mailedCode('sato@mail.example'))).words).toContain('確認できました');
  });

  test.each([
    ['it is no mobile number after all', { status: 400, code: 21614, message: "'To' number is not a valid mobile number" }],
    ['its owner wants no messages', { status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' }],
    ['the account may send nothing there', { status: 400, code: 21408, message: 'Permission to send an SMS has not been enabled' }],
  ])('and when the platform refuses because %s, in the same words', async (_why, refusal) => {
    await publish(orders('phone'));
    const { one } = await asked('090-2222-0001');
    twilio.refusals.push(refusal);
    expect(await send(one)).toEqual([]);
    const heard = await heardBy(one);
    expect(heard.words).toContain(`${CLAIM}\n\nご本人確認のため、メールアドレスか、`);
    expect(
      (await one.messages()).filter(({ text: said }) => said.includes(CLAIM)),
      'said once',
    ).toHaveLength(1);
    expect((await says(one, 'mori@mail.example')).words).toContain('mori@mail.example に6桁の');
  });

  test('and when the platform took it and says later that it did not arrive: told once; who wrote the code is not', async () => {
    await publish(orders('phone'));
    const { one } = await asked('090-2222-0006');
    await send(one);
    const { form } = twilio.sent.at(-1)!;
    for (const state of ['sent', 'delivered']) expect(await reports(form, state)).toMatchObject([{ kind: 'ignored' }]);
    expect((await heardBy(one)).words).toContain('お送りしました');
    for (const state of ['undelivered', 'failed']) await reports(form, state, '30005');
    await send(one);
    const heard = await heardBy(one);
    expect(heard.words).toContain(`${CLAIM}\n\nご本人確認のため、メールアドレスか、`);
    expect((await one.messages()).filter(({ text: said }) => said.includes(CLAIM))).toHaveLength(1);
    expect(await dataOf((await one.conversation()).id, 'code.undelivered')).toMatchObject([{ because: 'address_unknown' }]);
    expect((await says(one, 'mori@mail.example')).words).toContain('mori@mail.example に6桁の');

    const { one: quick } = await asked('090-1111-2222');
    expect((await says(quick, await codeFor('+819011112222'))).words).toContain('HS-9は');
    await reports(twilio.sent.at(-1)!.form, 'undelivered', '30008');
    const before = (await quick.messages()).length;
    await send(quick);
    expect(await quick.messages()).toHaveLength(before);
  });

  test('who wrote STOP to the inbox is sent nothing, and offered the same', async () => {
    await publish(orders('either'));
    const { one } = await asked('090-2222-0002');
    const thread = await system.transaction((tx) =>
      tx.selectFrom('threads').selectAll().where('id', '=', one.line.threadId).executeTakeFirstOrThrow(),
    );
    await system.transaction((tx) =>
      tx
        .insertInto('threads')
        .values({ ...thread, id: `${thread.id}x`, inbox_id: inboxId, external_id: '+819022220002', reachable: false, state: '{}' })
        .execute(),
    );
    const before = twilio.sent.length;
    await send(one);
    expect((await heardBy(one)).words).toContain(CLAIM);
    expect(twilio.sent).toHaveLength(before);
  });

  test('a platform that is away is asked again for a minute, then the customer is told; who went on meanwhile is not', async () => {
    await publish(orders('phone'));
    const { one } = await asked('090-2222-0003');
    const { one: gone } = await asked('090-2222-0004');
    await says(gone, '担当者に代わって');
    twilio.refusals.push(...[1, 2].map(() => ({ status: 503, code: 20503, message: 'Service unavailable' })));
    expect(await send(one)).toEqual([expect.any(ChannelError), expect.any(ChannelError)]);
    expect((await heardBy(one)).words).toContain('お送りしました');
    clock.advance(MINUTE_MS);
    const before = (await gone.messages()).length;
    await send(one);
    expect((await heardBy(one)).words).toContain(CLAIM);
    await send(gone);
    expect(await gone.messages()).toHaveLength(before);
  });

  test('and where no inbox can send one, or it is paused, or its account is closed, only e-mail is asked for', async () => {
    await publish(orders('phone'));
    await updateInbox(system, inboxId, { paused: true });
    const { told } = await asked('nobody@mail.example');
    expect(told.words).toContain('nobody@mail.example に6桁の');
    expect(told.buttons).toEqual(['resend', 'other_address', 'cannot']);
    await updateInbox(system, inboxId, { paused: false });

    const { one } = await asked('090-2222-0005');
    twilio.refusals.push({ status: 401, code: 20003, message: 'Authenticate' });
    await send(one);
    const heard = await heardBy(one);
    expect(heard.words).toBe(`${CLAIM}\n\nご本人確認のため、メールアドレスをお書きください。6桁の確認コードをお送りします。`);
    const after = await house.customer();
    await says(after, '注文の状況');
    expect((await says(after, 'HS-9')).words).toBe('ご本人確認のため、メールアドレスをお書きください。6桁の確認コードをお送りします。');
  });
});

const TWILIO = 'twilio/twilio_api_v2010.json';
test.runIf(hasContract(TWILIO))('everything that was asked of Twilio is as documented (read from ../shared/contracts)', () => {
  const contract = openApi(TWILIO);
  expect(twilio.asked.length).toBeGreaterThan(10);
  expect(twilio.asked.flatMap((one) => contract.request(one))).toEqual([]);
});
