import { expect, test } from 'vitest';
import { isPublicAddress } from './addresses.rules.ts';

test.each(['8.8.8.8', '203.0.114.1', '2606:4700:4700::1111', '2001:4860:4860::8888'])('%s is the internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['loopback', '127.0.0.1', '127.8.8.8', '::1'],
  ['private', '10.0.0.1', '172.16.5.4', '172.31.255.255', '192.168.1.1'],
  ['link-local, where clouds keep their keys', '169.254.169.254', 'fe80::1'],
  ['shared between homes', '100.64.0.1', '100.127.255.254'],
  ['unique local', 'fc00::1', 'fd12:3456::1'],
  [
    'an IPv4 address in the clothes of IPv6',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '2001:0:1::1',
    '::127.0.0.1',
  ],
  ['nobody or everybody', '0.0.0.0', '255.255.255.255', '224.0.0.1', '::', 'ff02::1'],
  [
    'reserved and documentation',
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.0.0.8',
    '2001:db8::1',
    'fec0::1',
    '4000::1',
  ],
  ['not an address', '', 'localhost', '1.2.3', '8.8.8.8/8'],
])('%s is refused', (_what, ...addresses) => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
});
