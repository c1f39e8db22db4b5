import { expect, test } from 'vitest';
import { smsSegments } from './sms-segments.ts';

const segmentsOf = (text: string) => smsSegments(text).segments;

test('a text message holds 70 characters of Japanese, and 67 where there are several', () => {
  expect([70, 71, 134, 135].map((length) => segmentsOf('あ'.repeat(length)))).toEqual([1, 2, 2, 3]);
  expect(smsSegments('急須が割れていました')).toEqual({ encoding: 'UCS-2', segments: 1, left: 60 });
});

test('plain English fits 160, then 153 each; one curly quote makes it the other kind', () => {
  expect([160, 161, 306, 307].map((length) => segmentsOf('a'.repeat(length)))).toEqual([1, 2, 2, 3]);
  expect(smsSegments(`${'a'.repeat(80)}’`)).toEqual({ encoding: 'UCS-2', segments: 2, left: 53 });
  expect(smsSegments('Ça coûte')).toMatchObject({ encoding: 'UCS-2' });
  expect(smsSegments('¡Mañana! ÄÖÜß Δ\r\n@')).toMatchObject({ encoding: 'GSM-7', segments: 1 });
});

test('brackets and the euro take two places, and are not cut in the middle', () => {
  expect([80, 81].map((length) => segmentsOf('€'.repeat(length)))).toEqual([1, 2]);
  // 152 and an escape: its two places do not fit into the 153rd.
  expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toBe(2);
  expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toBe(3);
});

test('emoji take two units, and are not cut in the middle', () => {
  expect([35, 36].map((length) => segmentsOf('🍵'.repeat(length)))).toEqual([1, 2]);
  // 33 pairs fill 66 of 67 units: the odd one stays empty.
  expect([66, 67].map((length) => segmentsOf('🍵'.repeat(length)))).toEqual([2, 3]);
});

test('nothing is no message', () => {
  expect(smsSegments('')).toEqual({ encoding: 'GSM-7', segments: 0, left: 160 });
});
