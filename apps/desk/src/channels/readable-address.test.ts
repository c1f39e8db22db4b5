import { expect, test } from 'vitest';
import { isReadableAddress } from './readable-address.ts';

test('numbers, addresses, handles and names are for people, long codes for machines', () => {
  const addresses = [
    '+81 90-1234-5678',
    'hanako.sato@hazuki-saji.example',
    '@hazuki-saji',
    '佐藤',
    'U4af4980629b1f0e7c3a2d5e8f9a0b1c2',
    '17841405822304914',
  ];
  expect(addresses.map(isReadableAddress)).toEqual([true, true, true, true, false, false]);
});
