import { expect, test } from 'vitest';
import { GROUPS_EN } from './en.ts';

test('every English group has at least two members', () => {
  expect(GROUPS_EN.length).toBeGreaterThan(0);
  expect(GROUPS_EN.filter((group) => group.length < 2)).toEqual([]);
});

test('no English member stands twice in the table', () => {
  const members = GROUPS_EN.flat();
  const twice = members.filter((member, place) => members.indexOf(member) !== place);
  expect(twice).toEqual([]);
});

test('English members are lower case and not empty', () => {
  const wrong = GROUPS_EN.flat().filter((member) => member === '' || member !== member.trim() || member !== member.toLowerCase());
  expect(wrong).toEqual([]);
});
