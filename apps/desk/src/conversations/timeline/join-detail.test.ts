import { expect, test } from 'vitest';
import { suzuki } from '../../../../../fixtures/agents.ts';
import { byAgent, byCustomer, detail, message } from '../../../test/build.ts';
import { joinDetail, joinMessages } from './join-detail.ts';

const talk = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index, byCustomer()));
const seqs = (messages: readonly { seq: number }[]) => messages.map(({ seq }) => seq);

test('pages that were read by scrolling up stay when the conversation is asked for anew', () => {
  const before = detail({ messages: talk(1, 30), hasEarlier: false });
  const fresh = detail({ messages: talk(20, 32), hasEarlier: true });
  const joined = joinDetail(before, fresh);
  expect(seqs(joined.messages)).toEqual(seqs(talk(1, 32)));
  expect(joined.hasEarlier).toBe(false);
});

test('a gap is never papered over: what does not reach the fresh page is dropped', () => {
  const before = detail({ messages: talk(1, 30), hasEarlier: false });
  const fresh = detail({ messages: talk(90, 120), hasEarlier: true });
  expect(joinDetail(before, fresh)).toBe(fresh);
});

test('the first look, and one that goes no further back, are simply what the server says', () => {
  const fresh = detail({ messages: talk(20, 32), hasEarlier: true });
  expect(joinDetail(undefined, fresh)).toBe(fresh);
  expect(joinDetail(detail({ messages: talk(20, 25), hasEarlier: true }), fresh).hasEarlier).toBe(true);
});

test('a message that changed takes the place of its older self', () => {
  const held = message(7, byAgent(suzuki), { delivery: 'held' });
  const sent = message(7, byAgent(suzuki), { delivery: 'sent' });
  expect(joinMessages([...talk(5, 6), held], [sent])).toEqual([...talk(5, 6), sent]);
});
