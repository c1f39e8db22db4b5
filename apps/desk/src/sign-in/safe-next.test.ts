import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test.each([
  ['/c/cnv_1?view=mine', '/desk/c/cnv_1?view=mine'],
  ['/desk/settings/', '/desk/settings/'],
])('after sign-in %s leads to %s', (next, path) => {
  expect(safeNext(next)).toBe(path);
});

test.each([undefined, 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in', '/desk/sign-in?next=/c/1'])(
  'a link that names %s leads only to the desk itself',
  (next) => {
    expect(safeNext(next)).toBe('/desk/');
  },
);
