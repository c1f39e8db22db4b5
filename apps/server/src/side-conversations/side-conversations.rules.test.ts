import type { Status } from '@madoguchi/contract/conversations.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comesBack } from './answer.rules.ts';
import { quoted } from './quotes.rules.ts';
import { addressIn, recipientsOf } from './recipients.rules.ts';

describe('an answer', () => {
  const standing = (status: Status, over = {}) => ({ status, snoozed: false, spam: false, merged: false, ...over });

  test.each([
    ['the customer’s turn', standing('waiting'), false, true],
    ['snoozed', standing('open', { snoozed: true }), false, true],
    ['open and in sight', standing('open'), false, false],
    ['resolved without it', standing('resolved'), false, true],
    ['a word of thanks after both were done', standing('resolved'), true, false],
    ['thanks while we wait for the customer', standing('waiting'), true, true],
    ['closed', standing('closed'), false, false],
    ['spam', standing('waiting', { spam: true }), false, false],
    ['gone on elsewhere', standing('waiting', { merged: true }), false, false],
  ])('%s: back is %s', (_story, now, sideWasDone, expected) => {
    expect(comesBack(now, sideWasDone)).toBe(expected);
  });
});

describe('recipients', () => {
  const whose = { customer: ['sato@mail.example'], own: ['help@shop.example'] };

  test.each([
    ['田中 <Tanaka@Maker.example>', 'tanaka@maker.example'],
    [' tanaka@maker.example ', 'tanaka@maker.example'],
    ['ｔａｎａｋａ＠ｍａｋｅｒ．ｅｘａｍｐｌｅ', 'tanaka@maker.example'],
    ['tanaka@maker', null],
    ['a@b.example, c@d.example', null],
    ['a@b.example\r\nBcc: c@d.example', null],
    ['<>', null],
  ])('%j is %j', (written, address) => {
    expect(addressIn(written)).toBe(address);
  });

  test('everybody once; never the customer, nor the mailbox itself, with or without a mark', () => {
    const to = ['田中 <tanaka@maker.example>', 'TANAKA@maker.example'];
    expect(recipientsOf({ to, cc: ['tanaka@maker.example', 'cc@maker.example'] }, whose)).toEqual({
      to: [to[0]],
      cc: ['cc@maker.example'],
    });
    expect(recipientsOf({ to, cc: ['Sato <SATO@mail.example>'] }, whose)).toEqual({ fault: 'customer', address: 'sato@mail.example' });
    expect(recipientsOf({ to: ['help+x@shop.example'], cc: [] }, whose)).toEqual({ fault: 'own', address: 'help+x@shop.example' });
  });

  test('whatever is typed, nothing that ends a header line gets through', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', 'a@b.example', '<a@b.example>'), (text, address) => {
        const found = recipientsOf({ to: [`${text}${address}`], cc: [] }, whose);
        return 'fault' in found || found.to.every((one) => !/[\r\n]/.test(one));
      }),
    );
  });
});

test('a passage is repeated under whose words it is, without a name', () => {
  const passages = [{ by: 'customer' as const, at: '11/22 10:03', text: '蓋が\n割れて' }];
  expect(quoted(passages, { customer: 'お客様', us: '弊社' })).toBe('お客様 (11/22 10:03)\n> 蓋が\n> 割れて');
});
