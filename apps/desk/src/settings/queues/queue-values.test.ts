import { expect, test } from 'vitest';
import { bodyOf, newQueue, queueFaults, readAttribute, valuesOf } from './queue-values.ts';

test('what is typed as an attribute is a name and a value, or a name alone', () => {
  expect(['会員ランク: VIP', '契約', '備考：a:b', ' : x'].map(readAttribute)).toEqual([
    { name: '会員ランク', value: 'VIP' },
    { name: '契約', value: '' },
    { name: '備考', value: 'a:b' },
    { name: '', value: 'x' },
  ]);
});

test('a queue goes through its form unchanged', () => {
  const values = {
    ...newQueue,
    name: ' 返品 ',
    conditions: { ...newQueue.conditions, attributes: ['会員ランク: VIP', ' '] },
    overflowQueueId: 'que_other',
    overflowMinutes: '10',
  };
  const body = bodyOf(values);
  expect(body).toMatchObject({
    name: '返品',
    conditions: { attributes: [{ name: '会員ランク', value: 'VIP' }] },
    overflow: { queueId: 'que_other', afterMinutes: 10 },
  });
  expect(bodyOf(valuesOf({ ...body, id: 'que_1', isDefault: false, waiting: 0, oldest: null }))).toEqual(body);
});

test('numbers out of bounds are told only where they count', () => {
  const wrong = { ...newQueue, name: '', offerSeconds: '', overflowMinutes: 0 };
  expect(Object.keys(queueFaults(wrong))).toEqual(['name', 'offerSeconds']);
  expect(Object.keys(queueFaults({ ...wrong, mode: 'direct', overflowQueueId: 'que_1' }))).toEqual(['name', 'overflowMinutes']);
});
