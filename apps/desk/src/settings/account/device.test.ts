import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test('Edge is not taken for the Chrome that it also claims to be', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0';
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows', isPhone: false });
});

test('an iPhone is a phone, and its Safari no Mac', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone', isPhone: true });
});

test('a program that says nothing of itself stays unknown', () => {
  expect(deviceOf('')).toEqual({ browser: null, system: null, isPhone: false });
  expect(deviceOf('curl/8.5.0').browser).toBeNull();
});
