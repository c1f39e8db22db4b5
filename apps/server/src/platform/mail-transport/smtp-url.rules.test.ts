import { expect, test } from 'vitest';
import { addressOf, nameOf, readSmtpUrl } from './smtp-url.rules.ts';

test.each([
  ['smtps://shop:pass@mail.example', { host: 'mail.example', port: 465, tls: 'implicit', login: 'shop', password: 'pass' }],
  [
    'smtp://shop%40a.example:p%3A%2F@mail.example',
    { host: 'mail.example', port: 587, tls: 'required', login: 'shop@a.example', password: 'p:/' },
  ],
  ['smtp://relay.example:25', { host: 'relay.example', port: 25, tls: 'if_offered' }],
  ['smtp://127.0.0.1:2525/', { host: '127.0.0.1', port: 2525, tls: 'none' }],
  ['smtp://a:b@[::1]:25', { host: '::1', port: 25, tls: 'none', login: 'a', password: 'b' }],
] as const)('%s: a password never travels without TLS, but on this very machine', (url, settings) => {
  expect(readSmtpUrl(url)).toEqual(settings);
});

test.each([
  'smtp://',
  'https://mail.example',
  'smtp://mail.example?x=1',
  'smtp://mail.example/x',
  'smtp://%ff@mail.example',
  'mail.example',
  '',
])('%s is no mail server', (url) => expect(readSmtpUrl(url)).toBeNull());

test('a sender has an address and perhaps a name', () => {
  expect([addressOf('"はづき茶舗" <help@shop.example>'), nameOf('"はづき茶舗" <help@shop.example>')]).toEqual([
    'help@shop.example',
    'はづき茶舗',
  ]);
  expect([addressOf('help@shop.example'), nameOf('help@shop.example')]).toEqual(['help@shop.example', '']);
  for (const wrong of ['', 'help', 'a@b, c@d', 'a@b\r\nBcc: c@d', '<a@b> <c@d>']) expect(addressOf(wrong)).toBeNull();
});
