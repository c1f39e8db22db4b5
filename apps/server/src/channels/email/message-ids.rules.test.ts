import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageOfMailId, messageOfPlusAddress, plusAddressOf } from './message-ids.rules.ts';

const messageId = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 26, maxLength: 26 })
  .map((id) => `msg_${id}`);

test('every marked reply address is one that any server takes, in whatever case it comes back', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), messageId, (key, id) => {
      const address = plusAddressOf(key, id, 'help@shop.example');
      // RFC 5321, Dot-string: atoms between single dots.
      expect(address).toMatch(/^[\w+-]+(?:\.[\w+-]+)*@shop\.example$/);
      expect(messageOfPlusAddress(key, address.toUpperCase())).toBe(id);
      expect(messageOfPlusAddress(`${key}x`, address)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('marks of mails that went out before, with dots in them, are still known', () => {
  const id = 'msg_00000000000000000000000007';
  const key = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].find((one) =>
    plusAddressOf(one, id, 'help@shop.example').slice(36).includes('-'),
  )!;
  const [local = ''] = plusAddressOf(key, id, 'help@shop.example').split('@');
  const before = local.slice(0, -16) + local.slice(-16).replaceAll('-', '.');
  expect(messageOfPlusAddress(key, `${before}@shop.example`)).toBe(id);
  expect(messageOfMailId(key, `<${before.slice(before.indexOf('+') + 1)}@shop.example>`)).toBe(id);
});
