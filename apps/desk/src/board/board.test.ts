import type { BoardAgent } from '@madoguchi/contract/board.ts';
import { expect, test } from 'vitest';
import { at } from '../../test/build.ts';
import { agentGroups, loadParts } from './agent-groups.ts';
import { countdown } from './countdown.ts';
import { isStale } from './stale.ts';
import { waitLook } from './wait-look.ts';

test.each([
  ['nobody', null, 'fine'],
  ['just under the time told', at('09:55:01'), 'fine'],
  ['as long as told', at('09:55'), 'long'],
  ['three times that', at('09:45'), 'too_long'],
] as const)('%s waits', (_who, since, look) => {
  expect(waitLook(since, 5, Date.parse(at('10:00')))).toBe(look);
});

test('what is left is told to the second under an hour, and never below zero', () => {
  const told = [-5000, 0, 59_999, 245_000, 3_599_999, 3_600_000, 90_000_000].map((span) => countdown(span, 'ja'));
  expect(told).toEqual(['0:00', '0:00', '0:59', '4:05', '59:59', '1時間', '1日']);
});

const agent = (name: string, state: BoardAgent['state'], open = 0, unanswered = 0): BoardAgent => ({
  id: name,
  name,
  state,
  reasonId: null,
  since: null,
  automatic: false,
  load: { chats: open, messages: 0, calls: 0 },
  capacity: { chats: 3, messages: 20, calls: 0 },
  open,
  unanswered,
  oldest: null,
});

test('who is there comes first, the busiest on top; who is gone shows only while customers are left with them', () => {
  const { groups, gone } = agentGroups([
    agent('gone', 'off'),
    agent('forgot', 'away', 2),
    agent('lunch', 'reason'),
    agent('free', 'available'),
    agent('calm', 'available', 3),
    agent('asked', 'available', 1, 1),
  ]);
  expect(groups.map(({ look, agents }) => [look, agents.map(({ name }) => name)])).toEqual([
    ['available', ['asked', 'calm', 'free']],
    ['busy', ['lunch']],
    ['gone', ['forgot']],
  ]);
  expect(gone).toBe(1);
});

test('work that somebody may not have is not shown, unless they have some', () => {
  const of = agent('x', 'available', 1);
  expect(loadParts(of).map(({ kind }) => kind)).toEqual(['chats', 'messages']);
  expect(loadParts({ ...of, load: { ...of.load, calls: 1 } }).at(-1)).toEqual({ kind: 'calls', at: 1, most: 0 });
});

test('figures stand still once two readings did not come, or one failed for good', () => {
  expect([isStale(false, 1000, 9000), isStale(false, 1000, 14_000), isStale(true, 1000, 1000)]).toEqual([false, true, true]);
});
