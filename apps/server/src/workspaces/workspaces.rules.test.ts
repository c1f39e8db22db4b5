import { expect, test } from 'vitest';
import { isTimeZone, originOf } from './workspaces.rules.ts';

test.each([
  ['Asia/Tokyo', true],
  ['UTC', true],
  ['Asia/Edo', false],
  ['', false],
])('time zone %j: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});

test.each([
  ['https://www.hazuki-saji.example/shop?x=1', 'https://www.hazuki-saji.example'],
  ['http://localhost:5173', 'http://localhost:5173'],
  ['https://日本.example', 'https://xn--wgv71a.example'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['hazuki-saji.example', null],
])('%s has the origin %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
