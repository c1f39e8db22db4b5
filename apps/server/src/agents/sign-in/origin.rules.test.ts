import { expect, test } from 'vitest';
import { networkOf, provenanceOf } from './origin.rules.ts';

test.each([
  ['our own page', { origin: 'https://desk.example', secFetchSite: 'same-origin', hosts: ['desk.example'] }, 'same'],
  [
    'our own page behind a proxy that ends TLS',
    { origin: 'https://desk.example', secFetchSite: undefined, hosts: ['desk.example'] },
    'same',
  ],
  ['our own page on plain http', { origin: 'http://10.0.0.5:3000', secFetchSite: undefined, hosts: ['10.0.0.5:3000'] }, 'same'],
  [
    'our own page behind a proxy that rewrites the host',
    { origin: 'https://desk.example', secFetchSite: undefined, hosts: ['web:3000', 'desk.example'] },
    'same',
  ],
  ['another site', { origin: 'https://evil.example', secFetchSite: 'cross-site', hosts: ['desk.example'] }, 'foreign'],
  [
    'a neighbour under the same domain',
    { origin: 'https://blog.desk.example', secFetchSite: 'same-site', hosts: ['desk.example'] },
    'foreign',
  ],
  ['another site, an old browser', { origin: 'https://evil.example', secFetchSite: undefined, hosts: ['desk.example'] }, 'foreign'],
  ['another port', { origin: 'http://desk.example:8080', secFetchSite: undefined, hosts: ['desk.example'] }, 'foreign'],
  ['a sandboxed frame', { origin: 'null', secFetchSite: undefined, hosts: ['desk.example'] }, 'foreign'],
  ['a bookmark', { origin: undefined, secFetchSite: 'none', hosts: ['desk.example'] }, 'foreign'],
  ['a program', { origin: undefined, secFetchSite: undefined, hosts: ['desk.example'] }, 'unknown'],
])('%s', (_story, headers, expected) => {
  expect(provenanceOf(headers)).toBe(expected);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
