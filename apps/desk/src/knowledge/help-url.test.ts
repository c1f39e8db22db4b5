import { expect, test } from 'vitest';
import { baseOf, helpUrlOf } from './help-url.ts';

const brands = [
  { id: 'brd_main', isDefault: true, helpUrl: 'https://help.example' },
  { id: 'brd_mono', isDefault: false, helpUrl: 'https://help.mono.example/help' },
  { id: 'brd_plain', isDefault: false, helpUrl: '/help/brands/plain' },
];

test.each([
  ['every brand', null, '/help'],
  ['the default brand among others', ['brd_plain', 'brd_main'], '/help'],
  ['one with its own domain', ['brd_mono'], 'https://help.mono.example/help'],
  ['one on a path', ['brd_plain'], '/help/brands/plain'],
  ['one that is not known yet', ['brd_new'], '/help'],
])('an article for %s is read at its help center', (_story, brandIds, base) => {
  expect(baseOf(brandIds, brands)).toBe(base);
});

test('in its language', () => {
  expect(helpUrlOf({ slug: '送料', locale: 'en' }, '/help/brands/plain')).toBe('/help/brands/plain/en/articles/%E9%80%81%E6%96%99');
});
