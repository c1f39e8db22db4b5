import { expect, test } from 'vitest';
import { withOwnLinks } from './readers.rules.ts';

test.each([
  [
    '[送料](/help/articles/fee)と[一覧](</help/en/categories/x y>)',
    '[送料](/help/brands/a/articles/fee)と[一覧](</help/brands/a/en/categories/x y>)',
  ],
  ['![図](/help/files/fil_1/a.png)', '![図](/help/files/fil_1/a.png)'],
  [
    '[外](https://other.example/help/articles/fee) と /help/articles/fee',
    '[外](https://other.example/help/articles/fee) と /help/articles/fee',
  ],
])('%s leads to the readers’ own help center', (written, read) => {
  expect(withOwnLinks(written, { base: '/help/brands/a' })).toBe(read);
  expect(withOwnLinks(written, { base: '/help' })).toBe(written);
});
