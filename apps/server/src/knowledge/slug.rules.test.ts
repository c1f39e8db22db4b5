import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMadeSlug, markOfSlug, slugOf } from './slug.rules.ts';

const id = 'art_01kahv6qzj00000000007k3m9q2c';

describe('the address of an article', () => {
  test.each([
    ['keeps Japanese words', '送料はいくらですか？', '7k3m9q2c-送料はいくらですか'],
    ['folds width and case', 'ＰａｙＰａｙは使えますか', '7k3m9q2c-paypayは使えますか'],
    ['joins English words', 'When will my order arrive?', '7k3m9q2c-when-will-my-order-arrive'],
    ['has no empty readable part', '？！', '7k3m9q2c'],
    ['is short', '長い'.repeat(300), `7k3m9q2c-${'長い'.repeat(20)}`],
  ])('%s', (_story, question, slug) => {
    expect(slugOf(id, question)).toBe(slug);
  });

  test('can always be asked for, and tells that it was made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (question) => {
        const slug = slugOf(id, question);
        expect(slug).toMatch(/^[^/?#\s\0]+$/u);
        expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
        expect(markOfSlug(slug)).toBe('7k3m9q2c');
        expect(isMadeSlug(id, slug)).toBe(true);
      }),
    );
  });

  test('chosen by hand is known as such', () => {
    expect(isMadeSlug(id, 'delivery-fee')).toBe(false);
    expect(markOfSlug('送料')).toBe(null);
  });
});
