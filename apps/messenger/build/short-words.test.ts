import { describe, expect, test } from 'vitest';
import { shortCatalogue, shortKeys } from './short-words.ts';

describe('the catalogues in the bundle', () => {
  test('give back the very texts of the JSON file', async () => {
    const code = shortCatalogue(['a', 'b'], { b: '「二」', a: 'one "1"' }, true);
    const module: { default: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.default).toEqual({ a: 'one "1"', b: '「二」' });
  });

  test('call keys of several words by their place, in the catalogue and in the script alike', async () => {
    const keys = ['file_size', 'close', 'file_type'];
    const code = shortCatalogue(keys, { close: '閉じる', file_size: '大きすぎます', file_type: '添付できません' }, true);
    const { default: texts }: { default: Record<string, string> } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const script = shortKeys(keys, `[texts['file_size'], texts["file_type"], texts.close, 'file_size is', 'my_file_size']`);
    expect(new Function('texts', `return ${script}`)(texts)).toEqual([
      '大きすぎます',
      '添付できません',
      '閉じる',
      'file_size is',
      'my_file_size',
    ]);
  });

  test('a missing text stops the build', () => {
    expect(() => shortCatalogue(['a', 'b'], { a: 'x' }, false)).toThrow('b');
  });
});
