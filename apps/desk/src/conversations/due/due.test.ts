import { expect, test } from 'vitest';
import { at } from '../../../test/build.ts';
import { dueLook, promiseWord } from './due.ts';

const due = { at: at('10:00'), warnAt: at('09:45'), promise: 'first_response' as const };
const look = (now: string) => dueLook(due, Date.parse(now), 'ja');

test.each([
  ['hours before', at('07:59'), { state: 'running', time: '2時間' }],
  ['before the warning', at('09:44:59'), { state: 'running', time: '16分' }],
  ['from the warning on', at('09:45'), { state: 'close', time: '15分' }],
  ['in its last second', at('09:59:59'), { state: 'close', time: '1分' }],
  ['on the minute', at('10:00'), { state: 'over', time: '0分', justOver: true }],
  ['long past', at('12:30'), { state: 'over', time: '2時間' }],
])('%s', (_when, now, expected) => {
  expect(look(now)).toEqual({ justOver: false, ...expected });
});

test('a promise that is newer than this screen has some name', () => {
  expect([promiseWord('next_response'), promiseWord('a visit')]).toEqual(['due.next_response', 'due.resolution']);
});
