import { expect, test } from 'vitest';
import { at, conversation } from '../../../test/build.ts';
import { turnOf } from './turn.ts';

const now = Date.parse(at('09:36'));
const turn = (over: Parameters<typeof conversation>[0]) => turnOf(conversation(over), now, 'ja');

test('our turn: since when the customer waits', () => {
  expect(turn({ waitingSince: at('09:01') })).toEqual({ who: 'us', waited: '35分', justNow: false });
  expect(turn({ waitingSince: at('09:35:30') })).toMatchObject({ justNow: true });
  expect(turn({ waitingSince: null })).toMatchObject({ who: 'us', waited: null });
});

test('the bot’s, the customer’s, or nobody’s', () => {
  expect(turn({ handledBy: 'bot' })).toEqual({ who: 'bot' });
  expect(turn({ status: 'waiting', handledBy: 'bot' })).toEqual({ who: 'bot' });
  expect(turn({ status: 'waiting' })).toEqual({ who: 'customer' });
  expect(turn({ status: 'resolved', handledBy: 'bot' })).toEqual({ who: 'nobody', closed: false });
  expect(turn({ status: 'closed' })).toEqual({ who: 'nobody', closed: true });
});
