import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import { expect, test } from 'vitest';
import { inTree, pathOf, within } from './folder-tree.ts';

const folder = (id: string, parentId: string | null = null): TextFolder => ({ id, kind: 'canned', name: id, parentId });
const folders = [folder('海外', '配送'), folder('配送'), folder('返品')];

test('outer ones in their order, inner ones behind theirs', () => {
  expect(inTree(folders).map(({ name, depth }) => [name, depth])).toEqual([
    ['配送', 0],
    ['海外', 1],
    ['返品', 0],
  ]);
});

test('the path is read from outside in; what is gone has none', () => {
  expect([pathOf(folders, '海外'), pathOf(folders, '返品'), pathOf(folders, null)]).toEqual(['配送 › 海外', '返品', '']);
  expect([...within(folders, '配送')]).toEqual(['海外', '配送']);
});
