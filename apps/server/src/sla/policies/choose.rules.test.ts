import type { Policy } from '@madoguchi/contract/promises.ts';
import { expect, test } from 'vitest';
import { choosePolicy, type Subject } from './choose.rules.ts';

const any = { priorities: [], channels: [], inboxIds: [], brandIds: [], tags: [], attributes: [] };
const policy = (name: string, conditions: Partial<Policy['conditions']>, enabled = true): Policy => ({
  id: name,
  name,
  enabled,
  conditions: { ...any, ...conditions },
  targets: { first_response: null, next_response: null, resolution: null },
  escalations: [],
  warnAt: 75,
  botAnswers: false,
});
const mail: Subject = {
  priority: 'normal',
  channel: 'email',
  inboxId: 'i',
  brandId: 'b',
  tags: ['返品・交換'],
  attributes: { contract: 'Premium' },
};

test.each<[string, Policy[], string | null]>([
  ['none fits', [policy('chat', { channels: ['chat'] })], null],
  [
    'the first that fits',
    [policy('chat', { channels: ['chat'] }), policy('mail', { channels: ['email', 'form'] }), policy('rest', {})],
    'mail',
  ],
  ['one that is off is passed over', [policy('off', {}, false), policy('rest', {})], 'rest'],
  ['all conditions must hold', [policy('urgent mail', { channels: ['email'], priorities: ['urgent'] })], null],
  ['one of several tags is enough', [policy('tags', { tags: ['破損', '返品・交換'] })], 'tags'],
  ['a contract, whatever its case and width', [policy('vip', { attributes: [{ name: 'contract', value: 'ｐremium' }] })], 'vip'],
  ['any contract', [policy('vip', { attributes: [{ name: 'contract', value: '' }] })], 'vip'],
  ['an attribute the customer lacks', [policy('vip', { attributes: [{ name: 'rank', value: '' }] })], null],
  ['an inbox or a brand of another', [policy('inbox', { inboxIds: ['j'] }), policy('brand', { brandIds: ['c'] })], null],
])('%s', (_story, policies, name) => {
  expect(choosePolicy(policies, mail)?.name ?? null).toBe(name);
});
