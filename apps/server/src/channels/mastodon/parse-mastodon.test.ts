import { expect, test } from 'vitest';
import { parseMastodon } from './parse-mastodon.ts';

const parse = (value: unknown) =>
  parseMastodon({ headers: {}, body: Buffer.from(JSON.stringify(value)), receivedAt: new Date() }, { server: 'https://mastodon.example' });
const mention = (status: object) =>
  parse({ notification: { id: '1', type: 'mention', status: { id: '9', account: { acct: 'tanaka' }, ...status } }, parent: null });

test('somebody of our own server is named with it; a warning stands before the words', () => {
  expect(mention({ content: '<p>一行目</p><p>二行目</p>', spoiler_text: '愚痴です', visibility: 'unlisted' })).toMatchObject([
    {
      line: { externalId: 'tanaka@mastodon.example', name: '@tanaka@mastodon.example', state: { visibility: 'unlisted', acct: 'tanaka' } },
      text: '愚痴です\n\n一行目\n\n二行目',
    },
  ]);
});

test('what nobody knows how to show goes no further than its author; addresses that are none of the web are no links', () => {
  expect(mention({ visibility: 'circle' })).toMatchObject([{ line: { state: { visibility: 'direct' } } }]);
  expect(mention({ visibility: 'public', url: 'javascript:alert(1)', media_attachments: [{ url: 'http://[' }, null, {}] })).toMatchObject([
    { text: '', blocks: [{ url: 'https://mastodon.example' }] },
  ]);
});

test('other notifications and holes are left aside', () => {
  expect(parse({ notification: { type: 'favourite' } })).toEqual([{ kind: 'ignored', because: 'favourite' }]);
  expect(parse({ notification: { type: 'mention', status: {} } })).toEqual([{ kind: 'ignored', because: 'no_author' }]);
  expect(() => parse(null)).toThrow();
});
