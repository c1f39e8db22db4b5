import { expect, test } from 'vitest';
import { GROUPS_JA } from './ja.ts';
import { parseGroups } from './parse-groups.ts';

test('one group a line, members trimmed, empty lines and members out', () => {
  expect(parseGroups(['\na, b\n\n', ' c ,d, \n'])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('every Japanese group has at least two members', () => {
  expect(GROUPS_JA.length).toBeGreaterThanOrEqual(350);
  expect(GROUPS_JA.filter((group) => group.length < 2)).toEqual([]);
});

test('no Japanese member is in the table twice', () => {
  const seen = new Set<string>();
  const twice = GROUPS_JA.flat().filter((member) => seen.size === seen.add(member).size);
  expect(twice).toEqual([]);
});

test('no Japanese member is empty or has spaces', () => {
  expect(GROUPS_JA.flat().filter((member) => member === '' || /\s/u.test(member))).toEqual([]);
});
