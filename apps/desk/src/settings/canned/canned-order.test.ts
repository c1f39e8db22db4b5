import type { CannedUse } from '@madoguchi/contract/canned-responses.ts';
import { expect, test } from 'vitest';
import { inOrder, inPlace } from './canned-order.ts';

const use = (id: string, used: number, conversations: number, solved: number): [string, CannedUse] => [
  id,
  { id, used, conversations, solved, lastUsedAt: '2026-11-22T00:00:00.000Z' },
];
const uses = new Map([use('a', 10, 8, 2), use('b', 3, 3, 3), use('c', 0, 0, 0)]);
const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
const ids = (order: Parameters<typeof inOrder>[2]) =>
  inOrder(items, uses, order)
    .map(({ id }) => id)
    .join('');

test('what is used most, what solves most, and what nobody uses', () => {
  expect([ids('shortcut'), ids('used'), ids('solved'), ids('unused')]).toEqual(['abcd', 'abcd', 'bacd', 'cdba']);
});

test('a folder holds what lies in its folders; one that is gone narrows nothing', () => {
  const folders = [
    { id: 'o', kind: 'canned' as const, name: 'o', parentId: null },
    { id: 'i', kind: 'canned' as const, name: 'i', parentId: 'o' },
  ];
  const rows = [
    { owner: 'shared' as const, folderId: 'i' },
    { owner: 'private' as const, folderId: null },
  ];
  expect(inPlace(rows, 'o', folders)).toEqual([rows[0]]);
  expect(inPlace(rows, 'mine', folders)).toEqual([rows[1]]);
  expect(inPlace(rows, 'gone', folders)).toEqual(rows);
});
