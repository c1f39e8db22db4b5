import { describe, expect, test } from 'vitest';
import { inTreeOrder, refuseTree, renamedTree } from './tree.rules.ts';

const tree = (text: string) =>
  text.split(' ').map((pair) => {
    const [name = '', parent] = pair.split('<');
    return { name, parent: parent ?? null };
  });
const shown = (items: ReturnType<typeof tree>) => items.map(({ name, parent }) => (parent ? `${name}<${parent}` : name)).join(' ');

describe('a tree of categories', () => {
  test.each([
    ['配送 送料<配送 海外<送料', null],
    ['配送 配送', 'repeated'],
    ['送料<配送', 'parent_unknown'],
    ['a<b b<a', 'too_deep'],
    ['a<a', 'too_deep'],
    ['a b<a c<b d<c', null],
    ['a b<a c<b d<c e<d', 'too_deep'],
  ])('%s: %s', (text, refused) => {
    expect(refuseTree(tree(text))).toBe(refused);
  });

  test('is told from the top, each after its parent; one whose parent is gone stands at the top', () => {
    const ordered = inTreeOrder(tree('海外<送料 返品 配送 送料<配送 古い<無い'));
    expect(ordered.map(({ name, depth }) => `${depth}${name}`)).toEqual(['0返品', '0配送', '1送料', '2海外', '0古い']);
  });

  test.each([
    ['takes those beneath along', '配送 送料<配送', '配送', 'お届け', 'お届け 送料<お届け'],
    ['becomes one with another, where that stands', 'a b c<b', 'b', 'a', 'a c<a'],
    ['becomes one with its own child, which moves up', 'a b<a c<b d<a', 'a', 'b', 'b c<b d<b'],
    ['becomes one with a grandchild, with no circle', 'a b<a c<b', 'a', 'c', 'b<c c'],
    ['has no place and gets none', 'a', 'x', 'y', 'a'],
  ])('renamed %s', (_story, text, from, to, after) => {
    const renamed = renamedTree(tree(text), from, to);
    expect(shown(renamed)).toBe(after);
    expect(refuseTree(renamed)).toBeNull();
  });
});
