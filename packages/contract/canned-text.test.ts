import { expect, test } from 'vitest';
import { asksOf, fillBlanks, holds, partsOf, type Situation, textFor, textOf } from './canned-text.ts';

const mail: Situation = { channel: 'email', language: 'ja', hours: 'closed', attributes: { rank: 'ゴールド' } };

test('a part is for some only; what is left has no holes', () => {
  const text =
    'お世話になっております。\n\n{{#if hours is closed}}\nただいま営業時間外です。\n{{/if}}\n\n{{#if channel is chat, line}}\nこのままお待ちください。\n{{/if}}\n\nよろしくお願いいたします。';
  expect(textFor(text, mail)).toBe('お世話になっております。\n\nただいま営業時間外です。\n\nよろしくお願いいたします。');
  expect(textFor(text, { ...mail, hours: 'open', channel: 'line' })).toBe(
    'お世話になっております。\n\nこのままお待ちください。\n\nよろしくお願いいたします。',
  );
});

test('conditions over attributes do not mind width and case, and may be turned round', () => {
  const [part] = partsOf('{{#if attribute.rank is not ｺﾞｰﾙﾄﾞ}}x{{/if}}')!;
  expect(part).toEqual({ text: 'x', when: { about: 'attribute.rank', not: true, values: ['ｺﾞｰﾙﾄﾞ'] }, inline: true });
  expect(holds(part!.when!, mail)).toBe(false);
  expect(holds(part!.when!, { ...mail, attributes: {} })).toBe(true);
});

test.each([
  'ただの文章です。\n',
  '前\n{{#if language is en}}\nHello\n{{/if}}\n後',
  '今なら{{#if hours is open}}すぐに{{/if}}お答えします。',
  '{{#if channel is email}}\nA\n\nB\n{{/if}}\n',
])('what is read is written again: %j', (text) => {
  expect(textOf(partsOf(text)!)).toBe(text);
});

test.each([
  '{{#if weather is fine}}x{{/if}}',
  '{{#if hours is open}}x',
  'x{{/if}}',
  '{{#if hours is open}}a{{#if hours is open}}b{{/if}}{{/if}}',
])('what cannot be read is said so: %j', (text) => {
  expect(partsOf(text)).toBeNull();
  expect(textFor(text, mail)).toBe(text);
});

test('blanks are filled in at one pass', () => {
  const text = '{{customer.name}}様、{{? お届け日 }}に{{?品名}}を。{{?お届け日}}、{{order.number}}';
  expect(asksOf(text)).toEqual(['お届け日', '品名']);
  expect(fillBlanks(text, { 'customer.name': '{{?品名}}' }, { お届け日: '24日', 品名: ' ' }, (whole) => whole)).toBe(
    '{{?品名}}様、24日に{{?品名}}を。24日、{{order.number}}',
  );
});
