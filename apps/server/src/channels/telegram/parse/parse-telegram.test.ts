import { describe, expect, test } from 'vitest';
import updates from '../../../../../../fixtures/channels/telegram/updates.json' with { type: 'json' };
import { hasTelegramContract, telegramContract } from '../../../../test/telegram-contract.ts';
import { parseTelegram } from './parse-telegram.ts';

type Name = keyof typeof updates;
const settings = { botToken: '7000000001:AAtest' };
const parsed = (update: unknown) =>
  parseTelegram({ headers: {}, body: Buffer.from(JSON.stringify(update)), receivedAt: new Date(0) }, settings);
const read = (name: Name) => parsed(updates[name])[0];
const sato = {
  externalId: '5550001001',
  identity: { kind: 'telegram', value: '5550001001', verified: true },
  name: '佐藤 花子',
  locale: 'ja',
};

describe.runIf(hasTelegramContract)('held to the published contract (read from ../shared/contracts)', () => {
  test('the updates that these tests read are updates as Telegram documents them', () => {
    const telegram = telegramContract();
    const faults = Object.entries(updates).map(([name, update]) => [name, telegram.value('Update', update)]);
    expect(faults.filter(([, found]) => found!.length > 0)).toEqual([]);
  });
});

test('words come with who said them and when', () => {
  expect(read('text')).toEqual({
    kind: 'message',
    externalId: '7000000001:5550001001:11',
    line: sato,
    text: '急須が割れていました',
    at: new Date(updates.text.message.date * 1000),
  });
  expect(read('audio')).toMatchObject({ line: { name: 'Emma Miller', locale: 'en' } });
  expect(read('reply')).toMatchObject({ text: 'こちらです', repliesTo: '7000000001:5550001001:11' });
});

test('files: the largest picture, a name for what has none, and what no bot may fetch is named', () => {
  expect(read('photo')).toMatchObject({ text: 'この部分です', files: [{ name: 'photo.jpg', ref: 'large' }] });
  expect(read('document')).toMatchObject({ text: '', files: [{ name: '領収書.pdf', ref: 'doc', type: 'application/pdf' }] });
  expect(read('voice')).toMatchObject({ files: [{ name: 'voice.ogg', ref: 'voice', type: 'audio/ogg' }] });
  expect(read('video')).toMatchObject({ files: [{ name: 'video.mp4', ref: 'video' }] });
  expect(read('audio')).toMatchObject({ files: [{ name: 'memo.mp3', ref: 'audio' }] });
  expect(read('animation')).toMatchObject({ files: [{ name: 'wave.mp4', ref: 'gif' }] });
  const large = read('too_large');
  expect(large).toMatchObject({ text: '動画です\n［大きすぎて受け取れないファイル］movie.mov' });
  expect(large).not.toHaveProperty('files');
});

test('stickers, places and cards are what they are; what cannot be shown has still come', () => {
  expect(read('sticker')).toMatchObject({ text: expect.stringContaining('😀'), blocks: [{ type: 'sticker', keywords: ['😀'] }] });
  expect(read('location')).toMatchObject({ blocks: [{ type: 'location', latitude: 35.0116, longitude: 135.7681 }] });
  expect(read('venue')).toMatchObject({ blocks: [{ type: 'location', title: '葉月茶舗 本店', address: '京都市中京区' }] });
  expect(read('contact')).toMatchObject({ text: '［連絡帳のカード］健 田中 +819012345678' });
  expect(read('poll')).toMatchObject({ kind: 'message', text: '' });
});

test('an edited message is a new one that says so, once for each edit; a place that moves is not', () => {
  expect(read('edited')).toMatchObject({
    externalId: `7000000001:5550001001:11:${updates.edited.edited_message.edit_date}`,
    text: '［書き直し］急須のふたが割れていました',
  });
  expect(read('live_location')).toEqual({ kind: 'ignored', because: 'live_location' });
});

test('a button says what it says; of one too old to be sent along, what it means is still known', () => {
  const pressed = 'mdg:msg_01k0c3v8n4m5q6r7s8t9w0x1y2:1';
  expect(read('pressed')).toMatchObject({ kind: 'message', text: '担当者と話す', pressed, line: sato });
  expect(read('pressed_old')).toMatchObject({ kind: 'message', text: '', pressed });
});

test('who begins is greeted, who comes with our word is linked, who blocks us is out of reach', () => {
  expect(read('start')).toMatchObject({ kind: 'wish', wish: 'start', line: { locale: 'en' } });
  expect(read('start_with_token')).toMatchObject({ kind: 'linked', token: 'q3VvQ0vX9h0c2Yk7Jt1-_w', line: sato });
  expect(read('blocked')).toMatchObject({ kind: 'reach', reachable: false, onlyIfKnown: true });
  expect(read('unblocked')).toMatchObject({ kind: 'reach', reachable: true });
});

test('groups, channels and what nobody said are left aside, each with its reason', () => {
  const because = (name: Name) => (read(name) as { because?: string }).because;
  expect([because('group'), because('pinned'), because('channel_post')]).toEqual(['group_chat', 'message:pinned_message', 'channel_post']);
});

test('odd updates are never an accident; bytes that are none are', () => {
  const odd: unknown[] = [
    { update_id: 1 },
    { update_id: 1, message: { message_id: 1, chat: { id: 1, type: 'private' }, date: 'yesterday', text: 5, photo: 'none' } },
    { update_id: 1, message: { message_id: 1, chat: { id: 1, type: 'private' }, text: 'a\u0000b\ud800', from: null } },
    { update_id: 1, callback_query: { id: '1', from: { id: 1 }, data: 'x'.repeat(5000), message: { chat: { id: 1, type: 'private' } } } },
    { update_id: 1, callback_query: { id: '1', from: { id: 1 }, inline_message_id: '1' } },
    { update_id: 1, my_chat_member: { chat: { id: 1, type: 'private' } } },
    { update_id: 1, something_new: { chat: { id: 1, type: 'private' } } },
  ];
  expect(odd.map((update) => parsed(update).length)).toEqual(odd.map(() => 1));
  expect(parsed(odd[2])).toMatchObject([{ text: 'ab�' }]);
  expect(() => parsed([])).toThrow('no update');
  expect(() => parsed(null)).toThrow('no update');
});
