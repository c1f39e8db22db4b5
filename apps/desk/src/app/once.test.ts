import { expect, test } from 'vitest';
import { once } from './once.ts';

/** A server that answers when it is told to. */
function slow() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let asked = 0;
  const work = () => {
    asked += 1;
    return promise;
  };
  return { work, answer: resolve, fail: reject, asked: () => asked };
}

test('what is pressed twice on a slow line is done once, and can be done again afterwards', async () => {
  const merge = slow();
  const first = once('merge', merge.work);
  await once('merge', merge.work);
  expect(merge.asked()).toBe(1);
  merge.answer();
  await first;
  await once('merge', merge.work);
  expect(merge.asked()).toBe(2);
});

test('another thing is not kept waiting by it', async () => {
  const one = slow();
  const other = slow();
  const both = [once('one', one.work), once('other', other.work)];
  expect([one.asked(), other.asked()]).toEqual([1, 1]);
  one.answer();
  other.answer();
  await Promise.all(both);
});

test('after a failure it can be tried again', async () => {
  const run = slow();
  const first = once('run', run.work);
  run.fail(new Error('line broke'));
  await expect(first).rejects.toThrow('line broke');
  const again = slow();
  again.answer();
  await once('run', again.work);
  expect(again.asked()).toBe(1);
});
