import { describe, expect, test } from 'vitest';
import { said } from '../test/said.ts';
import { countUnread, readPlace, writePlace } from './unread.ts';

describe('the number on the launcher', () => {
  const nothing = { conversation: 0, seq: 0 };

  test('counts what the company said after the customer looked', () => {
    const all = [said('customer', 1), said('bot', 2), said('agent', 3), said('system', 4)];
    expect(countUnread(all, { conversation: 1, seq: 2 })).toBe(1);
    expect(countUnread(all, { conversation: 1, seq: 3 })).toBe(0);
  });

  test('on a new device counts only what came after the customer’s own last words', () => {
    expect(countUnread([said('bot', 1), said('customer', 2), said('agent', 3)], nothing)).toBe(1);
  });

  test('goes on into a new conversation', () => {
    const all = [said('agent', 9), said('agent', 1, { id: 'msg_n', conversation: 2 })];
    expect(countUnread(all, { conversation: 1, seq: 9 })).toBe(1);
  });

  test('the place is kept as text, and broken text is the beginning', () => {
    expect(readPlace(writePlace({ conversation: 3, seq: 14 }))).toEqual({ conversation: 3, seq: 14 });
    expect(readPlace('x')).toEqual(nothing);
    expect(readPlace(null)).toEqual(nothing);
  });
});
