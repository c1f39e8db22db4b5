import { expect, test } from 'vitest';
import { safeHref } from './safe-href.ts';

const base = 'https://desk.hazuki-saji.example/desk/knowledge';

test('links to pages, mail and telephone are kept; an address within the site is made whole', () => {
  expect(safeHref('https://www.hazuki-saji.example/returns', base)).toBe('https://www.hazuki-saji.example/returns');
  expect(safeHref('tel:0312345678', base)).toBe('tel:0312345678');
  expect(safeHref('/help/ja', base)).toBe('https://desk.hazuki-saji.example/help/ja');
});

test('nothing that would run in the page is a link', () => {
  expect(safeHref('javascript:alert(1)', base)).toBeNull();
  expect(safeHref(' JaVaScRiPt:alert(1)', base)).toBeNull();
  expect(safeHref('data:text/html,<script>alert(1)</script>', base)).toBeNull();
  expect(safeHref('https://', base)).toBeNull();
});
