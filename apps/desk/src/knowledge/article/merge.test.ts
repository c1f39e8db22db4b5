import { expect, test } from 'vitest';
import { blankFields, type Fields } from './fields.ts';
import { differing, merged, proposal } from './merge.ts';

const base: Fields = { ...blankFields('ja', '送料はいくらですか?'), answer: '全国一律 550円です。', category: '配送', examples: ['送料'] };

test('Suzuki changes the category while Nakamura rewrites the answer: both changes are proposed', () => {
  const nakamura = { ...base, answer: '全国一律 600円です。' };
  const suzuki = { ...base, category: '配送・送料' };
  const choice = proposal(base, nakamura, suzuki);
  expect(choice).toEqual({ answer: 'mine', category: 'theirs' });
  expect(merged(nakamura, suzuki, choice)).toEqual({ ...base, answer: '全国一律 600円です。', category: '配送・送料' });
});

test('where both rewrote the same field, mine is proposed and theirs can be taken', () => {
  const mine = { ...base, answer: '600円です。' };
  const theirs = { ...base, answer: '650円です。' };
  expect(proposal(base, mine, theirs)).toEqual({ answer: 'mine' });
  expect(merged(mine, theirs, { answer: 'theirs' }).answer).toBe('650円です。');
});

test('the same change on both sides is no difference', () => {
  expect(differing({ ...base, examples: ['送料', '配送料'] }, { ...base, examples: ['送料', '配送料'] })).toEqual([]);
});
