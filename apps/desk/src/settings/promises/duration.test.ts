import { expect, test } from 'vitest';
import { durationText, typedMinutes } from './duration.ts';

test.each([
  ['30分', 30],
  ['３０', 30],
  ['1時間30分', 90],
  ['1h 30m', 90],
  ['1.5h', 90],
  ['4 hours', 240],
  ['2日', 2880],
  ['2d', 2880],
  ['90d', 129_600],
  ['91d', null],
  ['0', null],
  ['soon', null],
  ['', null],
  ['1.3分', null],
  ['30分1時間', null],
])('%s', (text, minutes) => {
  expect(typedMinutes(text)).toBe(minutes);
});

test('what is shown can be typed again', () => {
  for (const minutes of [1, 59, 60, 90, 480, 1440, 129_600])
    for (const locale of ['ja', 'en'] as const) expect(typedMinutes(durationText(minutes, locale))).toBe(minutes);
  expect([durationText(90, 'ja'), durationText(240, 'en')]).toEqual(['1時間30分', '4h']);
});
