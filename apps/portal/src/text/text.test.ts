import { expect, test } from 'vitest';
import { linksOf } from '../links.ts';
import { wordsIn } from '../words.ts';
import { linkedParts } from './linked.ts';
import { dayText, momentText } from './time.ts';
import { durationText } from './waiting.ts';

const at = { now: '2026-11-22T05:05:00Z', timezone: 'Asia/Tokyo' };

test('times are the shop’s, in the way of each language', () => {
  expect(momentText('2026-11-22T05:05:00Z', { ...at, locale: 'ja' })).toBe('11月22日(日) 14:05');
  expect(momentText('2026-11-22T05:05:00Z', { ...at, locale: 'en' })).toBe('Sun, Nov 22, 14:05');
  expect(momentText('2025-12-31T15:00:00Z', { ...at, locale: 'ja' })).toBe('1月1日(木) 00:00');
  expect(momentText('2025-12-31T14:59:00Z', { ...at, locale: 'ja' })).toContain('2025年');
  expect(dayText(new Date('2026-11-11T15:00:00Z'), 'ja', 'Asia/Tokyo')).toBe('2026年11月12日');
  expect(dayText(new Date('2026-11-11T15:00:00Z'), 'en', 'Asia/Tokyo')).toBe('November 12, 2026');
});

test('waiting is said in the largest whole unit', () => {
  const [ja, en] = [wordsIn('ja'), wordsIn('en')];
  expect(durationText(ja, 10)).toBe('10分');
  expect(durationText(en, 1)).toBe('a minute');
  expect(durationText(en, 60)).toBe('an hour');
  expect(durationText(ja, 240)).toBe('4時間');
  expect(durationText(en, 2880)).toBe('2 days');
});

test('an address ends where Japanese goes on', () => {
  const hrefs = (text: string) => linkedParts(text).flatMap((part) => part.href ?? []);
  expect(hrefs('詳細（https://a.example/x）と「https://b.example/?q=1」。')).toEqual(['https://a.example/x', 'https://b.example/?q=1']);
  expect(hrefs('See https://a.example/x. Or not')).toEqual(['https://a.example/x']);
  expect(hrefs('javascript:alert(1) ftp://a.example')).toEqual([]);
  const text = '前https://a.example/後 https://b.example';
  expect(
    linkedParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('addresses hold any name', () => {
  const { category, article } = linksOf('/help', 'ja');
  expect(category('返品・交換')).toBe('/help/categories/%E8%BF%94%E5%93%81%E3%83%BB%E4%BA%A4%E6%8F%9B');
  expect(category('a/b?c')).toBe('/help/categories/a%2Fb%3Fc');
  expect(category('')).toBe('/help/categories/-');
  expect(article('送料')).toBe('/help/articles/%E9%80%81%E6%96%99');
  expect(linksOf('/help', 'en').home).toBe('/help/en');
});
