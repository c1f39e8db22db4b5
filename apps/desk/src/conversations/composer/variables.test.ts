import { expect, test } from 'vitest';
import { suzuki } from '../../../../../fixtures/agents.ts';
import { cannedResponses } from '../../../../../fixtures/canned-responses.ts';
import { sato } from '../../../../../fixtures/customers.ts';
import { fillVariables, openVariables } from './variables.ts';

const values = {
  'customer.name': sato.name,
  'agent.name': suzuki.name,
  'conversation.number': '1042',
  'workspace.name': '葉月と匙',
};

test('every canned response of the shop can be sent as soon as it is filled in', () => {
  for (const { text } of cannedResponses) expect(openVariables(fillVariables(text, values))).toEqual([]);
});

test('names are filled in wherever they stand, with or without spaces inside the braces', () => {
  expect(fillVariables('{{customer.name}}様、{{ agent.name }}です(#{{conversation.number}})。', values)).toBe(
    '佐藤 花子様、鈴木 健太です(#1042)。',
  );
});

test('an unknown name stays visible and is told once', () => {
  const text = fillVariables('{{order.date}}に届きます。{{order.date}}までお待ちください。', values);
  expect(openVariables(text)).toEqual(['{{order.date}}']);
});

test('a nameless visitor leaves the placeholder rather than a hole in the sentence', () => {
  expect(fillVariables('{{customer.name}}様', { ...values, 'customer.name': ' ' })).toBe('{{customer.name}}様');
});

test('braces that are no placeholder are just text', () => {
  expect(openVariables('{{}} { {customer.name} } {{お名前}}')).toEqual([]);
});

test('what was to be asked for, and a condition nobody looked at, must not be sent either', () => {
  expect(openVariables('{{?お届け日}}に\n{{#if hours is open}}\nすぐ\n{{/if}}')).toEqual([
    '{{?お届け日}}',
    '{{#if hours is open}}',
    '{{/if}}',
  ]);
});
