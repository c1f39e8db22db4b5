import { expect, test } from 'vitest';
import { candidatesFor, mentionAt, mentionsIn } from './mention.ts';

const whom = {
  agents: [
    { id: 'agt_suzuki', name: '鈴木 健太', reading: 'スズキケンタ', sees: true },
    { id: 'agt_takahashi', name: '高橋 美咲', reading: 'タカハシミサキ', sees: false },
  ],
  teams: [{ id: 'tem_goods', name: '商品・返品', reading: 'ショウヒンヘンピン', members: 2, unseen: 1 }],
};

test.each([
  ['@', { from: 0, to: 1, query: '' }],
  ['確認お願いします@すず', { from: 8, to: 11, query: 'すず' }],
  ['見て ＠高', { from: 3, to: 5, query: '高' }],
])('%j opens the menu', (text, found) => {
  expect(mentionAt(text, text.length)).toEqual(found);
});

test.each(['hanako@example', 'a.b@', '@鈴木 健太 ', '@@', ''])('%j does not', (text) => {
  expect(mentionAt(text, text.length)).toBeNull();
});

test('people and teams are found by name and by its sound; oneself is not', () => {
  const names = (query: string, me = '') => candidatesFor(whom, query, me).map(({ name }) => name);
  expect(names('すず')).toEqual(['鈴木 健太']);
  expect(names('ミサキ')).toEqual(['高橋 美咲']);
  expect(names('返品')).toEqual(['商品・返品']);
  expect(names('健太')).toEqual(['鈴木 健太']);
  expect(names('', 'agt_suzuki')).toEqual(['高橋 美咲', '商品・返品']);
  expect(candidatesFor(whom, 'たか', '')[0]).toMatchObject({ unseen: 1 });
});

test('a mention is where its name still stands, and the longer name goes first', () => {
  const picked = [
    { kind: 'agent' as const, id: 'agt_1', name: '林' },
    { kind: 'agent' as const, id: 'agt_2', name: '林 さくら' },
    { kind: 'agent' as const, id: 'agt_3', name: '森' },
  ];
  expect(mentionsIn({ text: '@林 さくら と @林 さん', picked })).toEqual([
    { kind: 'agent', id: 'agt_2', from: 0, to: 6 },
    { kind: 'agent', id: 'agt_1', from: 9, to: 11 },
  ]);
  expect(mentionsIn({ text: '@林', picked: [] })).toEqual([]);
});
