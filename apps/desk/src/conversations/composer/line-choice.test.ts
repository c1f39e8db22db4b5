import type { LineChoice } from '@madoguchi/contract/channels.ts';
import { expect, test } from 'vitest';
import { at } from '../../../test/build.ts';
import { isShared, lineFor, lineKey, lineState, offeredLines, viaOf } from './line-choice.ts';

const line = (over: Partial<LineChoice>): LineChoice => ({
  threadId: 'thr_line',
  inboxId: 'ibx_line',
  identityId: 'idn_line',
  channel: 'line',
  inboxName: 'LINE',
  address: '佐藤',
  from: null,
  inUse: false,
  reachable: true,
  openUntil: null,
  ...over,
});
const chat = line({ threadId: 'thr_chat', inboxId: 'ibx_chat', identityId: 'idn_chat', channel: 'chat', inUse: true });
const byLine = line({});
const neverUsed = line({ threadId: null, inboxId: 'ibx_mail', identityId: 'idn_mail', channel: 'email' });

test('a reply goes where the customer wrote last, and the server is left to find it', () => {
  expect(lineFor([byLine, chat, neverUsed], undefined)).toBe(chat);
  expect(viaOf(chat)).toBeUndefined();
});

test('a picked line is named by its thread, or by inbox and identity where nobody has written yet', () => {
  expect(viaOf(lineFor([chat, byLine], lineKey(byLine)))).toEqual({ threadId: 'thr_line' });
  expect(viaOf(lineFor([chat, neverUsed], lineKey(neverUsed)))).toEqual({ inboxId: 'ibx_mail', identityId: 'idn_mail' });
});

test('a picked line that has gone away gives way to the one in use', () => {
  expect(lineFor([chat], lineKey(byLine))).toBe(chat);
  expect(lineFor([], undefined)).toBeUndefined();
});

test('the end of the reply window is told two hours before, and when it is over', () => {
  const whatsapp = line({ openUntil: at('12:00') });
  const states = ['09:00', '10:30', '12:00'].map((clock) => lineState(whatsapp, Date.parse(at(clock))));
  expect(states).toEqual([{ kind: 'open' }, { kind: 'closing', leftMs: 90 * 60_000 }, { kind: 'closed' }]);
  expect(lineState(line({ reachable: false, openUntil: at('12:00') }), 0)).toEqual({ kind: 'unreachable' });
});

test('an address reached over two inboxes is told apart by the inbox', () => {
  const support = line({ threadId: 'thr_1', inboxId: 'ibx_support', identityId: 'idn_mail' });
  const orders = line({ threadId: null, inboxId: 'ibx_orders', identityId: 'idn_mail' });
  expect([support, orders, chat].map((one) => isShared(one, [support, orders, chat]))).toEqual([true, true, false]);
});

test('what is said earlier over the same inbox and address is not offered again, unless it is what was chosen', () => {
  const now = Date.parse(at('12:00'));
  const earlier = { ...chat, threadId: 'thr_earlier', inUse: false };
  const gone = { ...chat, threadId: 'thr_gone', inUse: false, reachable: false };
  expect(offeredLines([chat, earlier, byLine, gone], chat, now)).toEqual([chat, byLine, gone]);
  expect(offeredLines([chat, earlier, byLine], earlier, now)).toEqual([earlier, byLine]);
});
