import { expect, test } from 'vitest';
import { hasMetaContract, metaSimulator } from '../../../../test/simulators/meta.ts';
import { fromSato, status, whatsappWebhook } from '../whatsapp.testkit.ts';
import { parseWhatsapp } from './parse-whatsapp.ts';

const NUMBER = '106540352242922';
const meta = await metaSimulator({ token: 't', appSecret: 's', verifyToken: 'v', id: NUMBER });

const parse = (body: unknown) =>
  parseWhatsapp(
    { headers: {}, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), receivedAt: new Date() },
    { phoneNumberId: NUMBER },
  );
const parsed = (change: Parameters<typeof whatsappWebhook>[1]) => {
  const webhook = whatsappWebhook(NUMBER, change);
  expect(meta.webhookFaults(webhook)).toEqual([]);
  return parse(webhook);
};
const said = (message: { type: string; [more: string]: unknown }) => parsed(fromSato({ id: 'wamid.1', ...message }))[0];

test(`every kind that a customer can send (${hasMetaContract ? 'held to' : 'without'} the published contract)`, () => {
  const file = (more: object = {}) => ({ id: '42', mime_type: 'audio/ogg; codecs=opus', sha256: 'x', ...more });
  expect(said({ type: 'audio', audio: file({ voice: true }) })).toMatchObject({
    text: '',
    files: [{ name: 'voice.ogg', ref: '42', type: 'audio/ogg' }],
  });
  expect(said({ type: 'document', document: file({ filename: '領収書.pdf', caption: 'こちらです' }) })).toMatchObject({
    text: 'こちらです',
    files: [{ name: '領収書.pdf', ref: '42' }],
  });
  expect(said({ type: 'sticker', sticker: file({ animated: false }) })).toMatchObject({ files: [{ name: 'sticker.webp' }] });
  expect(said({ type: 'location', location: { latitude: 35.01, longitude: 135.76, name: '葉月と匙', address: '京都市' } })).toMatchObject({
    text: '葉月と匙 京都市',
    blocks: [{ type: 'location', latitude: 35.01 }],
  });
  expect(
    said({
      type: 'contacts',
      contacts: [{ name: { formatted_name: '田中 浩二', first_name: '浩二' }, phones: [{ phone: '+81 90 0000 0000' }] }],
    }),
  ).toMatchObject({ text: '田中 浩二 +81 90 0000 0000' });
  const context = { from: '81300000000', id: 'wamid.ours' };
  expect(said({ type: 'button', context, button: { payload: 'はい', text: 'はい' } })).toMatchObject({
    text: 'はい',
    repliesTo: 'wamid.ours',
  });
});

test('a pressed button and a chosen row say which one; a cut row says all its words', () => {
  const context = { from: '81300000000', id: 'wamid.ours' };
  const interactive = (kind: string, reply: object) => ({ type: 'interactive', context, interactive: { type: kind, [kind]: reply } });
  expect(said(interactive('button_reply', { id: 'mdg:msg_x:1', title: 'はい' }))).toMatchObject({ text: 'はい', pressed: 'mdg:msg_x:1' });
  expect(said(interactive('list_reply', { id: 'mdg:msg_x:2', title: '急須の…', description: '急須の洗い方を知りたい' }))).toMatchObject({
    text: '急須の洗い方を知りたい',
    pressed: 'mdg:msg_x:2',
  });
});

test('a reaction says nothing; what nobody can show is seen all the same', () => {
  expect(said({ type: 'reaction', reaction: { message_id: 'wamid.ours', emoji: '👍' } })).toEqual({ kind: 'ignored', because: 'reaction' });
  const order = {
    catalog_id: '1',
    text: '',
    product_items: [{ product_retailer_id: 'sencha', quantity: 1, item_price: 1200, currency: 'JPY' }],
  };
  expect(said({ type: 'order', order })).toMatchObject({ kind: 'message', text: '' });
  expect(
    said({
      type: 'unsupported',
      errors: [{ code: 131051, title: 'Unsupported message type', message: 'x', error_data: { details: 'x' } }],
    }),
  ).toMatchObject({
    kind: 'message',
    text: '',
  });
});

test('a message that is nothing but our word joins the lines', () => {
  expect(said({ type: 'text', text: { body: 'つづき: abcdefghijklmnopqrstuv' } })).toMatchObject({
    kind: 'linked',
    token: 'abcdefghijklmnopqrstuv',
  });
});

test('how far a message got, and why it did not', () => {
  expect(parsed(status('wamid.9', 'sent'))).toEqual([{ kind: 'ignored', because: 'status:sent' }]);
  expect(parsed(status('wamid.9', 'read'))).toMatchObject([
    { kind: 'receipt', externalId: 'wamid.9', state: 'seen', at: expect.any(Date) },
  ]);
  const closed = {
    code: 131047,
    title: 'Re-engagement message',
    message: 'Re-engagement message',
    error_data: { details: 'More than 24 hours' },
  };
  expect(parsed(status('wamid.9', 'failed', closed))).toMatchObject([
    { state: 'failed', code: 'window_closed', detail: '131047 · More than 24 hours' },
  ]);
});

test('other fields of the account are left aside, another platform’s webhook is not read, and nothing that is missing throws', () => {
  expect(parsed({ field: 'message_template_status_update' })).toEqual([
    { kind: 'ignored', because: 'field:message_template_status_update' },
  ]);
  for (const body of ['{', 'null', '[]', '{"object":"page","entry":[]}']) expect(() => parse(body)).toThrow();
  const holes = [{}, { entry: [null] }, { entry: [{ changes: null }] }, { entry: [{ changes: [null, {}, { field: 'messages' }] }] }];
  for (const hole of holes)
    if ('entry' in hole) expect(parse({ object: 'whatsapp_business_account', ...hole }).every(({ kind }) => kind === 'ignored')).toBe(true);
  const empty = [
    {},
    null,
    { from: '81', id: 'w' },
    { from: '81', id: 'w', type: 'image' },
    { from: 81, id: 'w', type: 'location', location: {} },
  ];
  const value = { messages: empty, statuses: [null, {}], contacts: [null] };
  expect(parse({ object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'messages', value }] }] })).toHaveLength(7);
});
