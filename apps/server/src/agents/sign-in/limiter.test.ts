import { expect, test } from 'vitest';
import { makeLimiter } from './limiter.ts';

function limiterAt(max: number, windowMs: number) {
  const clock = { time: 0 };
  return { clock, limiter: makeLimiter({ max, windowMs, now: () => clock.time }) };
}

test('so many tries in a window, then none until it ends', () => {
  const { clock, limiter } = limiterAt(2, 60_000);
  expect([limiter.take('a'), limiter.take('a')]).toEqual([{ allowed: true }, { allowed: true }]);
  clock.time = 12_500;
  expect(limiter.take('a')).toEqual({ allowed: false, retryAfterSeconds: 48 });
  expect(limiter.take('b')).toEqual({ allowed: true });
  clock.time = 60_000;
  expect(limiter.take('a')).toEqual({ allowed: true });
});

test('a try that succeeded does not count', () => {
  const { limiter } = limiterAt(1, 60_000);
  limiter.take('a');
  limiter.refund('a');
  expect(limiter.take('a').allowed).toBe(true);
  expect(limiter.take('a').allowed).toBe(false);
});

test('a flood of names does not grow without end', () => {
  const { limiter } = limiterAt(1, 60_000);
  for (let n = 0; n < 100_001; n += 1) limiter.take(`name ${n}`);
  expect(limiter.take('name 0').allowed).toBe(true);
  expect(limiter.take('name 100000').allowed).toBe(false);
});
