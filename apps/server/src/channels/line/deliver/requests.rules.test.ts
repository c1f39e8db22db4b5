import type { messagingApi } from '@line/bot-sdk';
import { expect, test } from 'vitest';
import { outbound } from '../../outbound.testkit.ts';
import { isSame, keyOf, nextRequest, partOf, type Ready, usableToken, wasAccepted } from './requests.rules.ts';

const ready = (name: string, objects: number, more: Partial<messagingApi.Message> = {}): Ready => ({
  message: outbound({ messageId: name, idempotencyKey: `key-of-${name}` }),
  objects: Array.from({ length: objects }, (_, index) => ({ type: 'text', text: `${name}${index}`, ...more }) as messagingApi.Message),
});
const names = (request: { messages: { messageId: string }[] }) => request.messages.map(({ messageId }) => messageId);
const sending = (messageIds: string[], part = 0) => ({ messageIds, part, replyToken: null, replyAt: 0, key: 'k' });

test('as many whole messages as fit into five objects go together', () => {
  const batch = [ready('a', 2), ready('b', 2), ready('c', 2)];
  expect(names(nextRequest(batch, null))).toEqual(['a', 'b']);
  expect(nextRequest(batch, null).objects).toHaveLength(4);
  expect(names(nextRequest([ready('a', 5), ready('b', 1)], null))).toEqual(['a']);
});

test('what was under way is repeated as it was, not with what came later', () => {
  const batch = [ready('a', 1), ready('b', 1), ready('c', 1)];
  expect(names(nextRequest(batch, sending(['a', 'b'])))).toEqual(['a', 'b']);
  expect(names(nextRequest(batch, sending(['x'])))).toEqual(['a', 'b', 'c']);
  expect(isSame(sending(['a', 'b']), nextRequest(batch, sending(['a', 'b'])))).toBe(true);
  expect(isSame(sending(['a']), nextRequest(batch, null))).toBe(false);
});

test('a message of more than five objects takes several requests, and goes on with the part it had come to', () => {
  const long = ready('a', 12);
  const parts = [0, 1, 2].map((part) => partOf(long, part));
  expect(parts.map(({ objects, isLast }) => [objects.length, isLast])).toEqual([
    [5, false],
    [5, false],
    [2, true],
  ]);
  expect(nextRequest([long, ready('b', 1)], null)).toMatchObject({ part: 0, isLast: false });
  expect(nextRequest([long], sending(['a'], 2))).toMatchObject({ part: 2, isLast: true });
});

test('only the last of several messages keeps its quick replies: LINE shows no others', () => {
  const quickReply = { items: [] };
  const { objects } = nextRequest([ready('a', 1, { quickReply }), ready('b', 1, { quickReply })], null);
  expect(objects.map((one) => 'quickReply' in one)).toEqual([false, true]);
});

test('a push’s key stands for exactly its messages and part', () => {
  const [a, b] = [ready('a', 1).message, ready('b', 1).message];
  expect(keyOf([a], 0)).toBe('key-of-a');
  expect(keyOf([a, b], 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([keyOf([a], 0), keyOf([a], 1), keyOf([a, b], 0), keyOf([b], 0)]).size).toBe(4);
});

test('a reply token is good for fifty seconds, and once', () => {
  const at = 1_780_000_000_000;
  const state = { replyToken: 't', replyAt: at };
  expect(usableToken(state, new Date(at + 50_000))).toEqual(state);
  expect(usableToken(state, new Date(at + 50_001))).toBeNull();
  expect(usableToken({ ...state, usedToken: 't' }, new Date(at))).toBeNull();
  expect(usableToken({ ...state, usedToken: 'the one before' }, new Date(at))).toEqual(state);
  expect(usableToken({}, new Date(at))).toBeNull();
  expect([wasAccepted(state, new Date(at + 20_000)), wasAccepted(state, new Date(at + 90_000))]).toEqual([true, false]);
});
