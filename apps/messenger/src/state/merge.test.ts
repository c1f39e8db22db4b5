import { describe, expect, test } from 'vitest';
import { conversation, said } from '../test/said.ts';
import { answerable, chosenAfter, mergeSaid, takeIn, toRows } from './merge.ts';
import type { Outgoing } from './outgoing.ts';
import { emptyState } from './state.ts';

const outgoing = (externalId: string): Outgoing => ({
  externalId,
  text: 'x',
  choice: null,
  attachments: [],
  locale: 'ja',
  at: '2026-11-22T05:00:00.000Z',
  state: 'sending',
});

describe('what the server says', () => {
  test('comes together in order, each message once, whichever way it arrived', () => {
    const before = mergeSaid([], [said('bot', 2), said('customer', 1)], 1);
    const after = mergeSaid(before, [said('bot', 2), said('agent', 3)], 1);
    expect(after.map((one) => one.seq)).toEqual([1, 2, 3]);
  });

  test('a second conversation stands below the first although its count starts anew', () => {
    const first = mergeSaid([], [said('customer', 9, { id: 'msg_a' })], 1);
    expect(mergeSaid(first, [said('customer', 1, { id: 'msg_b' })], 2).map((one) => one.id)).toEqual(['msg_a', 'msg_b']);
  });

  test('takes an acknowledged message off the way out and leaves the others', () => {
    const state = { ...emptyState, outgoing: [outgoing('one-1111'), outgoing('two-2222')] };
    const next = takeIn(state, { conversation: conversation(), messages: [said('customer', 1, { externalId: 'one-1111' })] });
    expect(next.outgoing?.map((item) => item.externalId)).toEqual(['two-2222']);
  });

  test('about an earlier conversation does not push the newer one aside', () => {
    const state = { ...emptyState, conversation: conversation({ id: 'cnv_2', number: 2 }) };
    expect(takeIn(state, { conversation: conversation(), messages: [] }).conversation?.number).toBe(2);
  });

  test('an older answer does not take a read mark back', () => {
    const state = { ...emptyState, conversation: conversation({ agentSeenSeq: 5 }) };
    expect(takeIn(state, { conversation: conversation({ agentSeenSeq: 3, status: 'waiting' }), messages: [] }).conversation).toMatchObject({
      agentSeenSeq: 5,
      status: 'waiting',
    });
  });

  test('a reply ends the sign that the agent is writing', () => {
    const state = { ...emptyState, typing: '鈴木' };
    expect(takeIn(state, { conversation: conversation(), messages: [said('agent', 1)] }).typing).toBeNull();
  });
});

describe('the lines of a conversation', () => {
  test('messages of one author close in time form a group', () => {
    const rows = toRows([said('bot', 1), said('bot', 2), said('customer', 3), said('customer', 20)]);
    expect(rows.flatMap((row) => (row.kind === 'said' ? [[row.first, row.last]] : []))).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  test('each day and each new conversation gets a line', () => {
    const rows = toRows([
      said('customer', 1),
      said('customer', 2, { at: '2026-11-24T05:00:00.000Z' }),
      said('customer', 3, { conversation: 2, at: '2026-11-24T05:01:00.000Z' }),
    ]);
    expect(rows.map((row) => row.kind)).toEqual(['day', 'said', 'day', 'said', 'begin', 'said']);
  });
});

describe('buttons of the bot', () => {
  const state = { said: [said('customer', 1), said('bot', 2)], outgoing: [], conversation: conversation() };

  test('can be pressed while nothing was said since', () => {
    expect(answerable(state)).toBe('msg_2');
    expect(answerable({ ...state, said: [...state.said, said('system', 3)] })).toBe('msg_2');
  });

  test('rest once something is on its way, was said, or the conversation is over', () => {
    expect(answerable({ ...state, outgoing: [outgoing('one-1111')] })).toBeNull();
    expect(answerable({ ...state, said: [...state.said, said('customer', 3)] })).toBeNull();
    expect(answerable({ ...state, said: [...state.said, said('agent', 3)] })).toBe('msg_3');
    expect(answerable({ ...state, conversation: conversation({ status: 'resolved' }) })).toBeNull();
  });

  test('remember what was chosen', () => {
    const after = [...state.said, said('customer', 3, { text: 'はい' })];
    expect(chosenAfter(after, 'msg_2')).toBe('はい');
    expect(chosenAfter(state.said, 'msg_2')).toBeNull();
  });
});
