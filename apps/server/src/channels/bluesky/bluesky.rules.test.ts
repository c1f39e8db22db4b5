import { expect, test } from 'vitest';
import { outbound } from '../outbound.testkit.ts';
import { linksIn, postsOf, recordKey } from './deliver/record.rules.ts';
import { parseBluesky } from './receive/parse-bluesky.ts';

const parse = (value: unknown) => parseBluesky({ headers: {}, body: Buffer.from(JSON.stringify(value)), receivedAt: new Date() });

test('a part’s name is always the same, rises with time and part, and differs from message to message', () => {
  const message = outbound();
  expect(recordKey(message, 0)).toBe(recordKey(message, 0));
  expect(recordKey(message, 0)).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(recordKey(message, 0) < recordKey(message, 1)).toBe(true);
  expect(recordKey(message, 1) < recordKey(outbound({ at: new Date(message.at.getTime() + 1) }), 0)).toBe(true);
  expect(recordKey(message, 0)).not.toBe(recordKey(outbound({ idempotencyKey: 'another' }), 0));
});

test('links are told by bytes, without the stop behind them', () => {
  expect(linksIn('詳しくは https://a.example/あ?b=1。')).toEqual([
    { index: { byteStart: 13, byteEnd: 38 }, features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://a.example/あ?b=1' }] },
  ]);
  expect(linksIn('no link')).toEqual([]);
});

test('300 characters as people count them are one post; choices are numbered', () => {
  expect(postsOf(outbound({ text: '👨‍👩‍👧‍👦'.repeat(100) }), [])).toHaveLength(1);
  expect(postsOf(outbound({ text: 'あ'.repeat(301) }), [])).toHaveLength(2);
  const choices = ['はい', 'いいえ'].map((label) => ({ label, data: 'x', choice: { kind: 'person' as const } }));
  expect(postsOf(outbound({ text: 'よろしいですか', choices }), [])).toEqual(['よろしいですか\n\n1. はい\n2. いいえ']);
});

test('a mention without what it should have is left aside; what is none throws', () => {
  expect(parse({ notification: {} })).toEqual([{ kind: 'ignored', because: 'no_author' }]);
  expect(parse({ notification: { uri: 'at://x/y/z', cid: 'c', author: { did: 'did:plc:a' } } })).toMatchObject([
    { kind: 'message', text: '' },
  ]);
  expect(() => parse(null)).toThrow();
});
