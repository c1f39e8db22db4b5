import { expect, test } from 'vitest';
import { timeLeft } from './offer-words.ts';

const offer = { madeAt: '2026-11-24T03:00:00.000Z', expiresAt: '2026-11-24T03:00:30.000Z' };
const at = (seconds: number) => Date.parse(offer.madeAt) + seconds * 1000;

test('the countdown follows the server’s clock, whatever this machine’s says', () => {
  expect(timeLeft(offer, 0, at(0))).toEqual({ seconds: 30, share: 1 });
  expect(timeLeft(offer, 0, at(20.5))).toEqual({ seconds: 10, share: expect.closeTo(0.317, 2) });
  expect(timeLeft(offer, 0, at(31))).toEqual({ seconds: 0, share: 0 });
  // This machine is two minutes fast.
  expect(timeLeft(offer, 120_000, at(130))).toEqual({ seconds: 20, share: expect.closeTo(0.667, 2) });
});
