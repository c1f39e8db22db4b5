import { expect, test } from 'vitest';
import { fitted, shrinkLogo } from './shrink-logo.ts';

test.each([
  [
    { width: 300, height: 80 },
    { width: 300, height: 80 },
  ],
  [
    { width: 2400, height: 480 },
    { width: 480, height: 96 },
  ],
  [
    { width: 4000, height: 100 },
    { width: 480, height: 12 },
  ],
  [
    { width: 1000, height: 1000 },
    { width: 96, height: 96 },
  ],
  [
    { width: 90_000, height: 10 },
    { width: 480, height: 1 },
  ],
])('%j becomes %j', (size, smaller) => {
  expect(fitted(size)).toEqual(smaller);
});

test('a drawing in SVG is refused before anybody looks into it', async () => {
  await expect(shrinkLogo(new Blob(['<svg/>'], { type: 'image/svg+xml' }))).rejects.toMatchObject({ why: 'unreadable' });
});
