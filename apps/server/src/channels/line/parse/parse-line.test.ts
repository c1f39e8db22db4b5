import { describe, expect, test } from 'vitest';
import fixture from '../../../../../../fixtures/channels/line/events.json' with { type: 'json' };
import { hasContract, openApi } from '../../../../test/contract.ts';
import { continueInLine, tokenIn } from './link-word.rules.ts';
import { parseLine } from './parse-line.ts';

type Kind = keyof typeof fixture.kinds;
const raw = (request: unknown) => ({ headers: {}, body: Buffer.from(JSON.stringify(request)), receivedAt: new Date() });
const parse = (events: unknown[], settings = {}) => parseLine(raw({ destination: fixture.destination, events }), settings);
const read = (kind: Kind) => parse([fixture.kinds[kind]])[0]!;
const person = 'U206d25c2ea6bd87c17655609a1c37cb8';

describe.runIf(hasContract('line/webhook.yml'))('with the published contract', () => {
  test('the payloads here are ones that LINE may send', () => {
    const spec = openApi('line/webhook.yml');
    expect(spec.value('CallbackRequest', { destination: fixture.destination, events: Object.values(fixture.kinds) })).toEqual([]);
  });
});

describe('what a person says', () => {
  test('words, with LINE’s own emoji as their words, and what a free reply needs', () => {
    expect(read('text')).toMatchObject({
      kind: 'message',
      externalId: '4600',
      text: '急須が届きません(hello)',
      at: new Date(1_780_000_001_000),
      line: {
        externalId: person,
        identity: { kind: 'line', value: person, verified: true },
        state: { replyToken: expect.stringMatching(/^nHuy/), replyAt: 1_780_000_001_000, readToken: 'nz0x74mZT2mRn' },
      },
    });
    expect(read('text_quoting')).toMatchObject({ text: 'これのことです', repliesTo: '4600' });
  });

  test('pictures, films, sound and files, from LINE or from elsewhere', () => {
    expect(read('image')).toMatchObject({ text: '', files: [{ name: 'photo.jpg', ref: 'line:4602' }] });
    expect(read('image_elsewhere')).toMatchObject({ files: [{ ref: 'https://photos.example/teapot.jpg' }] });
    expect(read('video')).toMatchObject({ files: [{ name: 'video.mp4', ref: 'line:4604' }] });
    expect(read('audio')).toMatchObject({ files: [{ name: 'voice.m4a', ref: 'line:4605' }] });
    expect(read('file')).toMatchObject({ files: [{ name: '領収書.pdf', ref: 'line:4606' }] });
  });

  test('a place and a sticker are shown as what they are, and can be read as words', () => {
    expect(read('location')).toMatchObject({
      text: '［位置情報］葉月茶寮 本店 〒600-8001 京都市下京区',
      blocks: [{ type: 'location', title: '葉月茶寮 本店', latitude: 35.0037, longitude: 135.7689 }],
    });
    expect(read('sticker')).toMatchObject({
      text: '［スタンプ：ありがとう］',
      blocks: [{ type: 'sticker', keywords: ['ありがとう', 'お辞儀'], imageUrl: expect.stringContaining('/1988/') }],
    });
    expect(read('sticker_message')).toMatchObject({ text: '［スタンプ：お世話になります］' });
  });

  test('our button is what was pressed and what it said; a drawn menu can speak; what is another’s is not ours', () => {
    expect(read('postback_button')).toMatchObject({
      kind: 'message',
      externalId: expect.stringMatching(/^event:01HZX/),
      text: '担当者と話す',
      pressed: 'mdg:msg_01jqf8zs9tq4sm1qnh5w9a2b3c:2',
    });
    const said = read('postback_rich_menu');
    expect(said).toMatchObject({ kind: 'message', text: '営業時間は？' });
    expect(said).not.toHaveProperty('pressed');
    expect(read('postback_account_link')).toMatchObject({ kind: 'wish', wish: 'account_link' });
    expect(read('postback_foreign')).toEqual({ kind: 'ignored', because: 'postback' });
  });
});

test('what a person does', () => {
  expect(read('unsend')).toMatchObject({ kind: 'unsent', externalId: '4600' });
  expect(read('follow')).toMatchObject({ kind: 'reach', reachable: true, at: new Date(fixture.kinds.follow.timestamp) });
  expect(read('unfollow')).toMatchObject({ kind: 'reach', reachable: false });
  expect(read('accountLink')).toMatchObject({ kind: 'identified', nonce: 'a-nonce-of-ours-0123456789' });
  expect(read('accountLink_failed')).toMatchObject({ kind: 'wish', wish: 'identify_failed' });
});

test.each([
  'videoPlayComplete',
  'beacon',
  'membership',
  'module',
  'activated',
  'deactivated',
  'botSuspended',
  'botResumed',
  'delivery',
] as const)('%s is understood and nothing of ours', (kind) => {
  expect(read(kind)).toEqual({ kind: 'ignored', because: kind });
});

test.each(['join', 'leave', 'memberJoined', 'memberLeft', 'text_in_room'] as const)('%s: groups are left alone', (kind) => {
  expect(read(kind)).toEqual({ kind: 'ignored', because: 'group_chat' });
});

test('while another module has the floor we are silent', () => {
  expect(read('text_standby')).toEqual({ kind: 'ignored', because: 'standby' });
});

test('what is new tomorrow does not break today', () => {
  const { text } = fixture.kinds;
  expect(parse([{ ...text, type: 'telepathy' }, { ...text, message: { id: '1', type: 'hologram' } }, null, 3, text])).toMatchObject([
    { kind: 'ignored', because: 'telepathy' },
    { kind: 'ignored', because: 'message:hologram' },
    { kind: 'ignored' },
    { kind: 'ignored' },
    { kind: 'message' },
  ]);
  expect(
    parse([
      { ...text, source: undefined },
      { ...text, source: { type: 'user' } },
    ]),
  ).toEqual([
    { kind: 'ignored', because: 'no_sender:message' },
    { kind: 'ignored', because: 'no_sender:message' },
  ]);
});

test('what is no webhook, or another account’s, is kept for a person to look at', () => {
  expect(() => parseLine(raw({ hello: 1 }), {})).toThrow('no list of events');
  expect(() => parse([fixture.kinds.text], { botId: 'U0123' })).toThrow('for another LINE account');
  expect(parse([fixture.kinds.text], { botId: fixture.destination })).toHaveLength(1);
});

describe('the word that brings a conversation here', () => {
  const token = 'Qm9vLWJhei1mb28tYmFyIQ';
  test('is found alone only', () => {
    for (const text of [`つづき: ${token}`, ` 続き：${token} `, `continue: ${token}`]) expect(tokenIn(text)).toBe(token);
    for (const text of [`つづき: ${token}です`, 'つづき: みじかい', `${token}`]) expect(tokenIn(text)).toBeNull();
    expect(parse([{ ...fixture.kinds.text, message: { ...fixture.kinds.text.message, text: `つづき: ${token}` } }])).toMatchObject([
      { kind: 'linked', token, line: { externalId: person } },
    ]);
  });
  test('is written already when the customer follows the link', () => {
    const url = new URL(continueInLine('@hazuki', token, 'ja'));
    expect(url.origin + url.pathname).toBe('https://line.me/R/oaMessage/%40hazuki/');
    expect(tokenIn(decodeURIComponent(url.search.slice(1)))).toBe(token);
  });
});
