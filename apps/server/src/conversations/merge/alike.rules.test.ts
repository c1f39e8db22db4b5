import { describe, expect, test } from 'vitest';
import { likeness, type Matter, referencesIn, whyAlike } from './alike.rules.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 22) + hours * 3_600_000);
const matter = (words: string, hours = 0, over: Partial<Matter> = {}): Matter => ({
  words,
  tags: [],
  openedAt: at(hours),
  lastActivityAt: at(hours),
  ...over,
});
const kinds = (a: Matter, b: Matter) => whyAlike(a, b).map(({ kind }) => kind);

describe('whether two are one matter', () => {
  test.each([
    [
      'asked again by mail in other words',
      matter('急須の蓋が欠けていました'),
      matter('Re: 急須の蓋が欠けて届きました', 5),
      ['words', 'near'],
    ],
    [
      'the same order, whatever is said of it',
      matter('注文 HZ-20611 はいつ届きますか'),
      matter('住所を直したいです（HZ20611）', 2),
      ['reference', 'near'],
    ],
    ['a tag in common', matter('返品したい', 0, { tags: ['返品'] }), matter('着払いですか', 1, { tags: ['返品'] }), ['tag', 'near']],
    ['the same words a month later', matter('急須の蓋が欠けていました'), matter('急須の蓋が欠けていました', 720), []],
    ['on the same day about something else', matter('急須の蓋が欠けていました'), matter('領収書の宛名を変えられますか', 1), []],
    ['two greetings say nothing', matter('はい'), matter('はい', 1), []],
  ])('%s', (_story, a, b, expected) => {
    expect(kinds(a, b)).toEqual(expected);
    expect(kinds(b, a)).toEqual(expected);
  });

  test('how near they are is told in hours, from the end of the one to the beginning of the other', () => {
    const long = matter('急須の蓋が欠けていました', 0, { lastActivityAt: at(30) });
    expect(whyAlike(long, matter('急須の蓋が欠けていました', 31.5)).at(-1)).toEqual({ kind: 'near', value: '2' });
    expect(whyAlike(long, matter('急須の蓋が欠けていました', 20)).at(-1)).toEqual({ kind: 'near', value: '0' });
  });
});

test('numbers are told apart from prices and years', () => {
  expect(referencesIn('注文HZ-20611、伝票 4912-3456-7890、2026年に1,200円')).toEqual(['HZ20611', '491234567890']);
  expect(likeness('送料はいくらですか', '送料はいくらでしょうか')).toBeGreaterThan(0.5);
});
