import { expect, test } from 'vitest';
import { helpAddress, hostOf, refuseLogo } from './brands.rules.ts';

test.each([
  ['help.hazuki-saji.example', 'help.hazuki-saji.example'],
  [' Help.Hazuki-Saji.Example ', 'help.hazuki-saji.example'],
  ['https://help.hazuki-saji.example/help?x=1', 'help.hazuki-saji.example'],
  ['help.hazuki-saji.example:8443', 'help.hazuki-saji.example'],
  ['サポート.example', 'xn--vckvb6c8f.example'],
  ['localhost', null],
  ['203.0.113.7', null],
  ['[::1]', null],
  ['-help.example', null],
  ['help..example', null],
  ['help_center.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%j is the domain %s', (typed, host) => {
  expect(hostOf(typed)).toBe(host);
});

test.each([
  ['the default brand', { isDefault: true, host: null, key: 'main' }, null, '/help'],
  ['another brand', { isDefault: false, host: null, key: 'mono' }, null, '/help/brands/mono'],
  ['one with its own domain', { isDefault: false, host: 'help.mono.example', key: 'mono' }, null, 'https://help.mono.example/help'],
  [
    'the same on a server that people reach at a port',
    { isDefault: false, host: 'help.mono.example', key: 'mono' },
    'http://support.example:8080',
    'http://help.mono.example:8080/help',
  ],
])('the help center of %s', (_story, brand, publicUrl, address) => {
  expect(helpAddress(brand, publicUrl)).toBe(address);
});

test.each([
  [0, 'image/png', 'empty'],
  [100_001, 'image/png', 'too_large'],
  [100_000, 'image/webp', null],
  [2000, 'image/svg+xml', 'type_refused'],
  [2000, 'image/gif', 'type_refused'],
  [2000, undefined, 'type_refused'],
] as const)('a logo of %i bytes, %s: %s', (size, type, refused) => {
  expect(refuseLogo(size, type)).toBe(refused);
});
