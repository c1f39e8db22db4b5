import { describe, expect, test } from 'vitest';
import { type Move, moved, without } from './tree-moves.ts';

const tree = (text: string) =>
  text.split(' ').map((pair) => {
    const [name = '', parent] = pair.split('<');
    return { name, parent: parent ?? null };
  });
const shown = (items: ReturnType<typeof tree> | null) =>
  items?.map(({ name, parent }) => (parent ? `${name}<${parent}` : name)).join(' ') ?? null;

describe('a category is moved', () => {
  test.each<[string, string, Move, string | null]>([
    ['a b c', 'b', 'up', 'b a c'],
    ['a b c', 'b', 'down', 'a c b'],
    ['a b c', 'a', 'up', null],
    ['a x<a b y<b', 'b', 'up', 'b y<b a x<a'],
    ['a b y<b', 'b', 'in', 'a b<a y<b'],
    ['a x<a b', 'b', 'in', 'a x<a b<a'],
    ['a b', 'a', 'in', null],
    ['a b c d<c e<d f<e', 'c', 'in', null],
    ['a x<a b', 'x', 'out', 'a x b'],
    ['a x<a y<x', 'y', 'out', 'a x<a y<a'],
    ['a b', 'a', 'out', null],
  ])('%s: %s %s', (before, name, move, after) => {
    expect(shown(moved(tree(before), name, move))).toBe(after);
  });

  test('away: what stood beneath it stays', () => {
    expect(shown(without(tree('a b<a c<b d'), 'b'))).toBe('a c<a d');
  });
});
