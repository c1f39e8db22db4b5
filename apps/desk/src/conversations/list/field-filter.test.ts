import en from '@madoguchi/words/desk/en.json';
import ja from '@madoguchi/words/desk/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { conversation } from '../../../test/build.ts';
import { definition } from '../../../test/definition.ts';
import { putIntoLists } from '../conversations.cache.ts';
import { listQuery } from '../conversations.queries.ts';
import { filterWords, fitsFilter } from './field-filter.ts';

const of = (fields: Record<string, string>) => ({ fields });

test('a list is narrowed down to a value, to one of several, or to any', () => {
  expect(fitsFilter({}, of({}))).toBe(true);
  expect(fitsFilter({ field: 'reason', value: 'broken' }, of({ reason: 'broken' }))).toBe(true);
  expect(fitsFilter({ field: 'goods', value: 'tea' }, of({ goods: 'kettle\ntea' }))).toBe(true);
  expect(fitsFilter({ field: 'goods', value: 'te' }, of({ goods: 'kettle\ntea' }))).toBe(false);
  expect(fitsFilter({ field: 'reason' }, of({ reason: 'wrong' }))).toBe(true);
  expect(fitsFilter({ field: 'reason' }, of({ reason: '' }))).toBe(false);
});

test('the chip says it in the reader’s language, and of a field that is gone its key', () => {
  const rush = definition({ key: '至急', label: '至急', labelEn: 'Rush', kind: 'yes_no' });
  expect(filterWords(makeWords(ja, en, 'ja'), { field: '至急', value: 'yes' }, [rush], 'ja')).toBe('至急：はい');
  expect(filterWords(makeWords(en, en, 'en'), { field: '至急' }, [rush], 'en')).toBe('Rush: Any value');
  expect(filterWords(makeWords(ja, en, 'ja'), { field: 'gone', value: '1' }, [], 'ja')).toBe('gone：1');
});

test('what gets the value while the list is open comes into it, and what loses it leaves', () => {
  const client = new QueryClient();
  const broken = listQuery('all', '', 'activity', { field: 'reason', value: 'broken' });
  client.setQueryData(broken.queryKey, { pages: [{ items: [], nextCursor: null }], pageParams: [null] });
  const ids = () => client.getQueryData(broken.queryKey)?.pages.flatMap(({ items }) => items.map(({ id }) => id));
  putIntoLists(client, conversation({ id: 'cnv_other', fields: { reason: 'wrong' } }), 'agt_me');
  expect(ids()).toEqual([]);
  putIntoLists(client, conversation({ id: 'cnv_mine', fields: { reason: 'broken' } }), 'agt_me');
  expect(ids()).toEqual(['cnv_mine']);
  putIntoLists(client, conversation({ id: 'cnv_mine', fields: {} }), 'agt_me');
  expect(ids()).toEqual([]);
});
