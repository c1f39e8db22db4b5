import { expect, test } from 'vitest';
import { makeShortCache } from './short-cache.ts';

function counted(ttlMs = 1000, max = 10) {
  const clock = { time: 0 };
  const cache = makeShortCache<string>({ ttlMs, max, now: () => clock.time });
  let loads = 0;
  const get = (key: string) => cache.get(key, async () => `${key} ${++loads}`);
  return { cache, clock, get };
}

test('an answer is remembered until its time is over', async () => {
  const { clock, get } = counted();
  expect(await get('a')).toBe('a 1');
  clock.time = 999;
  expect(await get('a')).toBe('a 1');
  clock.time = 1000;
  expect(await get('a')).toBe('a 2');
});

test('those who ask at the same moment share one look', async () => {
  const { get } = counted();
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a 1', 'a 1', 'b 2']);
});

test('what is dropped is looked up again, by key or by what it says', async () => {
  const { cache, get } = counted();
  await Promise.all([get('a'), get('b')]);
  cache.drop('a');
  cache.dropWhere((value) => value.startsWith('b'));
  expect(await get('a')).toBe('a 3');
  expect(await get('b')).toBe('b 4');
});

test('an answer still on its way when things change is not kept', async () => {
  const { cache, get } = counted();
  const early = get('a');
  cache.dropWhere(() => false);
  await early;
  expect(await get('a')).toBe('a 2');
});

test('a failure is not remembered', async () => {
  const { cache, get } = counted();
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await get('a')).toBe('a 1');
});

test('no more than the allowed number is kept: the oldest goes first', async () => {
  const { get } = counted(1000, 2);
  await get('a');
  await get('b');
  await get('c');
  expect(await get('b')).toBe('b 2');
  expect(await get('a')).toBe('a 4');
});
