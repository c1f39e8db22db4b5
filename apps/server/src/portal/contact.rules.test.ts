import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sato } from '../../../../fixtures/customers.ts';
import { faultsOf, valuesOf } from './contact.rules.ts';

const good = { name: sato.name, email: sato.email, subject: '請求書について', text: '宛名を変えてください。' };

test.each([
  ['a whole form', {}, {}],
  ['no name', { name: ' ' }, { name: 'missing' }],
  ['an address without a domain', { email: 'hanako' }, { email: 'malformed' }],
  ['a full-width address', { email: 'ｈａｎａｋｏ＠ｍａｉｌ．ｅｘａｍｐｌｅ' }, {}],
  ['a subject of 201 characters', { subject: 'あ'.repeat(201) }, { subject: 'too_long' }],
  ['a NUL in the text', { text: 'a\u0000b' }, { text: 'malformed' }],
] as const)('%s', (_story, change, faults) => {
  expect(faultsOf(valuesOf({ ...good, ...change }))).toEqual(faults);
});

test('whatever is posted, the values are strings and the check does not throw', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (body) => {
      const values = valuesOf(body);
      expect(Object.values(values).every((value) => typeof value === 'string')).toBe(true);
      faultsOf(values);
    }),
  );
});
