import { expect, test } from 'vitest';
import { messenger } from '../../messenger/messenger.channel.ts';
import { directWebhook, file, SATO, text } from './direct.testkit.ts';
import { parseDirect } from './parse-direct.ts';

const PAGE = '112233';
const read = (body: unknown) =>
  parseDirect(messenger)(
    { headers: {}, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), receivedAt: new Date() },
    { pageId: PAGE },
  );
const of = (...events: object[]) => read(directWebhook('page', PAGE, ...events));

test('words, files, places and shared pages', () => {
  expect(of(text('m1', 'こんにちは', { reply_to: { mid: 'm0' } }))).toMatchObject([
    {
      kind: 'message',
      externalId: 'm1',
      text: 'こんにちは',
      repliesTo: 'm0',
      line: { externalId: SATO, identity: { kind: 'messenger', verified: true } },
    },
  ]);
  expect(of(file('m2', 'image', 'https://scontent.xx.fbcdn.net/v/a.jpg?x=1'))).toMatchObject([
    { text: '', files: [{ name: 'photo.jpg', ref: 'https://scontent.xx.fbcdn.net/v/a.jpg?x=1' }] },
  ]);
  expect(of(file('m3', 'file', 'https://cdn.fbsbx.com/v/%E9%A0%98%E5%8F%8E%E6%9B%B8.pdf'))).toMatchObject([
    { files: [{ name: '領収書.pdf' }] },
  ]);
  expect(of(file('m4', 'fallback', 'https://www.hazuki-saji.example/sencha'))).toMatchObject([
    { text: 'https://www.hazuki-saji.example/sencha' },
  ]);
  const location = { type: 'location', payload: { title: '葉月と匙', coordinates: { lat: 35.01, long: 135.76 } } };
  expect(of({ message: { mid: 'm5', attachments: [location] } })).toMatchObject([
    { text: '葉月と匙', blocks: [{ type: 'location', latitude: 35.01 }] },
  ]);
});

test('buttons of ours say which one they are, with all their words; a page’s own menu says what is written on it', () => {
  const pressed = 'mdg:msg_x:2';
  expect(of(text('m1', '3. 急須の洗い…', { quick_reply: { payload: `${pressed}\n急須の洗い方を知りたい` } }))).toMatchObject([
    { text: '急須の洗い方を知りたい', pressed },
  ]);
  expect(of({ postback: { mid: 'm2', title: 'はじめる', payload: 'GET_STARTED' } })).toMatchObject([
    { kind: 'message', externalId: 'm2', text: 'はじめる' },
  ]);
});

test('what was read, what arrived, what was taken back', () => {
  expect(of({ read: { watermark: 1_790_000_000_000 } })).toMatchObject([{ kind: 'seen_until', at: new Date(1_790_000_000_000) }]);
  expect(of({ read: { mid: 'ours' } })).toEqual([{ kind: 'receipt', externalId: 'ours', state: 'seen' }]);
  expect(of({ delivery: { mids: ['a', 'b'], watermark: 1 } })).toMatchObject([{ state: 'delivered' }, { externalId: 'b' }]);
  expect(of({ message: { mid: 'm1', is_deleted: true } })).toMatchObject([{ kind: 'unsent', externalId: 'm1' }]);
});

test('a link of ours brings its word along', () => {
  const ref = 'abcdefghijklmnopqrstuv';
  expect(of({ referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } })).toMatchObject([{ kind: 'linked', token: ref }]);
  expect(of({ postback: { mid: 'm', title: 'はじめる', payload: 'x', referral: { ref } } })).toMatchObject([
    { kind: 'linked' },
    { kind: 'message' },
  ]);
  expect(of({ referral: { ref: 'summer-ad' } })).toEqual([{ kind: 'ignored', because: 'recipient,referral,sender,timestamp' }]);
});

test('echoes, reactions and other pages are left aside; what is missing does not throw', () => {
  const kinds = (body: unknown) => read(body).map(({ kind }) => kind);
  expect(of(text('m1', 'x', { is_echo: true }))).toEqual([{ kind: 'ignored', because: 'echo' }]);
  expect(of({ reaction: { mid: 'ours', action: 'react', emoji: '❤' } })).toMatchObject([{ kind: 'ignored' }]);
  expect(read(directWebhook('page', '999', text('m', 'x')))).toEqual([{ kind: 'ignored', because: 'another_account' }]);
  const holes = [
    { object: 'page', entry: [] },
    { object: 'page', entry: [null, {}, { id: PAGE }, { id: PAGE, messaging: [null, {}, { sender: { id: 1 }, message: {} }] }] },
  ];
  for (const hole of holes) expect(new Set(kinds(hole))).toEqual(new Set(['ignored']));
  expect(of({ message: { mid: 'm', attachments: [null, { type: 'image' }, { type: 'location', payload: {} }] } })).toMatchObject([
    { kind: 'message', text: '' },
  ]);
  for (const body of ['', 'null', '{"object":"instagram","entry":[]}']) expect(() => read(body)).toThrow();
});
