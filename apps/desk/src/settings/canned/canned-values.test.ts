import { expect, test } from 'vitest';
import { exampleOf, unknownBlanks } from './canned-values.ts';

test('known placeholders and questions are fine, with or without spaces', () => {
  expect(unknownBlanks('{{customer.name}} 様\n{{ agent.name }}です。(#{{conversation.number}}、{{?お届け日}})')).toEqual([]);
});

test('a slip of the pen is told, once', () => {
  expect(unknownBlanks('{{customer.nmae}} 様 … {{customer.nmae}} {{oder.number}}')).toEqual(['{{customer.nmae}}', '{{oder.number}}']);
});

test('an example shows the text as it is in one situation', () => {
  const situation = { channel: 'email', language: 'ja', hours: 'open', attributes: {} } as const;
  const text = '{{customer.name}} 様\n{{#if channel is email}}\n{{?期限}}までに。\n{{/if}}\n{{#if channel is line}}\nLINEで。\n{{/if}}';
  expect(exampleOf(text, situation, { 'customer.name': '佐藤' })).toBe('佐藤 様\n[期限]までに。');
});
