import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { expect, test } from 'vitest';
import { knownAttributes } from './known-attributes.ts';

const plain: Omit<AttributeDefinition, 'id' | 'subject' | 'key' | 'label'> = {
  labelEn: '',
  help: '',
  helpEn: '',
  required: false,
  shownWhen: [],
  requiredWhen: [],
  choices: [],
  kind: 'text',
};
const of = (key: string, more: Partial<AttributeDefinition> = {}): AttributeDefinition => ({
  ...plain,
  id: 'atd_00000000000000000000000000',
  subject: 'organization',
  key,
  label: key,
  ...more,
});
const definitions = [
  of('取引', { kind: 'choice', choices: ['卸', '小売'] }),
  of('掛率', { shownWhen: [{ on: 'attribute', key: '取引', oneOf: ['卸'] }] }),
  of('会員', { subject: 'customer' }),
];
const told = (attributes: Record<string, string>) => knownAttributes(definitions, attributes).map(({ key, value }) => `${key} ${value}`);

test('of an organization its own attributes are told, in their order, and nothing that is empty', () => {
  expect(told({ 掛率: '6', 取引: '卸', 会員: '' })).toEqual(['取引 卸', '掛率 6']);
});

test('what another attribute hides is hidden, though its value is kept', () => {
  expect(told({ 取引: '小売', 掛率: '6' })).toEqual(['取引 小売']);
});

test('a value whose definition is gone is still told', () => {
  expect(told({ 昔の番号: '12' })).toEqual(['昔の番号 12']);
});
