import { describe, expect, test } from 'vitest';
import { linkify, safeHref } from './linkify.ts';

describe('addresses in messages', () => {
  test('an address becomes a link, the words around it stay', () => {
    expect(linkify('詳しくは https://shop.example/returns をご覧ください')).toEqual([
      '詳しくは ',
      { href: 'https://shop.example/returns', text: 'https://shop.example/returns' },
      ' をご覧ください',
    ]);
  });

  test('Japanese right after an address is not part of it', () => {
    expect(linkify('https://shop.example/aを見ました。')).toEqual([
      { href: 'https://shop.example/a', text: 'https://shop.example/a' },
      'を見ました。',
    ]);
  });

  test('the full stop of a sentence and a closing bracket stay outside', () => {
    expect(linkify('(see https://shop.example/a).')).toEqual([
      '(see ',
      { href: 'https://shop.example/a', text: 'https://shop.example/a' },
      ').',
    ]);
  });

  test('brackets that belong to the address stay inside', () => {
    expect(linkify('https://example.org/Tea_(drink)')[0]).toMatchObject({ text: 'https://example.org/Tea_(drink)' });
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org/a', 'http://', 'https://['])(
    '%s never becomes a link',
    (text) => {
      expect(linkify(text).every((piece) => typeof piece === 'string')).toBe(true);
    },
  );
});

describe('safeHref', () => {
  test('resolves against the server and refuses schemes that run code', () => {
    expect(safeHref('/help/a', 'https://desk.example')).toBe('https://desk.example/help/a');
    expect(safeHref('JaVaScript:alert(1)', 'https://desk.example')).toBeNull();
    expect(safeHref(' java\nscript:alert(1)', 'https://desk.example')).toBeNull();
    expect(safeHref('tel:0120000000', undefined, ['tel:'])).toBe('tel:0120000000');
  });
});
