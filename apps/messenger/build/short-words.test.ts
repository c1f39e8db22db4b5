import { describe, expect, test } from 'vitest';
import { shortCatalogue } from './short-words.ts';

describe('the catalogues in the bundle', () => {
  test('give back the very texts of the JSON file', async () => {
    const code = shortCatalogue(['a', 'b'], { b: '「二」', a: 'one "1"' }, true);
    const module: { default: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.default).toEqual({ a: 'one "1"', b: '「二」' });
  });

  test('a missing text stops the build', () => {
    expect(() => shortCatalogue(['a', 'b'], { a: 'x' }, false)).toThrow('b');
  });
});
