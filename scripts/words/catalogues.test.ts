import { expect, test } from 'vitest';
import { faultsOf } from './catalogues.ts';

test('catalogues that say the same in both languages pass', () => {
  const ja = { title: '問い合わせ', waiting: '{count}件がお客様の返信待ち' };
  const en = { title: 'Conversations', waiting: '{count} wait for the customer', waiting_one: '1 waits for the customer' };
  expect(faultsOf({ ja, en })).toEqual([]);
});

test('a key that one language lacks is named, with the language', () => {
  expect(faultsOf({ ja: { a: 'あ', b: 'い' }, en: { b: 'B', c: 'C' } })).toEqual(['a: missing in en.json', 'c: missing in ja.json']);
});

test('an English singular without its plural is a mistake, not an exception', () => {
  expect(faultsOf({ ja: {}, en: { waiting_one: '1 waits' } })).toEqual(['waiting_one: missing in ja.json']);
});

test.each(['', '  '])('a text that says nothing (%j) is named', (text) => {
  expect(faultsOf({ ja: { a: 'あ' }, en: { a: text } })).toEqual(['a: empty in en.json']);
});

test('placeholders must be the same, in any order', () => {
  const ja = { good: '{name}さんが{time}に', bad: '{name}さん' };
  const en = { good: 'at {time} by {name}', bad: '{customer}' };
  expect(faultsOf({ ja, en })).toEqual(['bad: placeholders differ: ja {name}, en {customer}']);
});

test('a singular may leave the number out but nothing else', () => {
  const ja = { a: '{count}件、{name}さん' };
  expect(faultsOf({ ja, en: { a: '{count} by {name}', a_one: 'one by {name}' } })).toEqual([]);
  expect(faultsOf({ ja, en: { a: '{count} by {name}', a_one: 'one' } })).toHaveLength(1);
  expect(faultsOf({ ja: { a: '{minutes}分以内' }, en: { a: 'within {minutes} minutes', a_one: 'within a minute' } })).toEqual([]);
});

test('banned words are found in keys and in both languages', () => {
  const faults = faultsOf({ ja: { 'ticket.open': 'チケット' }, en: { 'ticket.open': 'Open ticket' } });
  expect(faults.map((fault) => fault.slice(fault.lastIndexOf('(')))).toEqual(['(ja.json)', '(ja.json)', '(en.json)']);
});
