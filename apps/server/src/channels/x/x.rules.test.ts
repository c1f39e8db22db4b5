import { expect, test } from 'vitest';
import { parseX } from './parse-x.ts';
import { weightOf } from './weight.rules.ts';
import { directMessage, mention, xWebhook } from './x.testkit.ts';

const parse = (value: unknown) =>
  parseX({ headers: {}, body: Buffer.from(JSON.stringify(value)), receivedAt: new Date() }, { accountId: '2244994945' });
const of = (events: object) => parse(xWebhook(events));

test('a kana counts two, a Latin letter one, a link 23, an emoji two however it is made', () => {
  expect(weightOf('お茶')).toBe(4);
  expect(weightOf('tea')).toBe(3);
  expect(weightOf('詳しくは https://www.hazuki-saji.example/very/long/address/of/a/page')).toBe(8 + 1 + 23);
  expect(weightOf('👨‍👩‍👧‍👦')).toBe(2);
  expect(weightOf('🇯🇵')).toBe(2);
  expect(weightOf('“お茶”')).toBe(6);
  expect(weightOf('1#*')).toBe(3);
});

test('the long words of a post count, a repost says nothing, a deleted one is taken back', () => {
  expect(of(mention('1', '短い…', { extended_tweet: { full_text: '長い言葉' }, in_reply_to_status_id_str: '9' }))).toMatchObject([
    { kind: 'message', text: '長い言葉', repliesTo: '9', line: { externalId: 'post:783214', state: { postId: '1' } } },
  ]);
  expect(of(mention('2', 'RT', { retweeted_status: {} }))).toEqual([{ kind: 'ignored', because: 'repost' }]);
  expect(of({ tweet_delete_events: [{ status: { id: '1', user_id: '783214' } }] })).toMatchObject([{ kind: 'unsent', externalId: '1' }]);
});

test('whoever blocks us cannot be written to; pictures of elsewhere are not fetched', () => {
  expect(of({ block_events: [{ type: 'block', source: { id: '783214' }, created_timestamp: '1790000000000' }] })).toMatchObject([
    { kind: 'reach', reachable: false, line: { externalId: 'dm:783214' } },
  ]);
  expect(of({ block_events: [{ type: 'block', source: { id: '2244994945' } }] })).toEqual([{ kind: 'ignored', because: 'own_block' }]);
  expect(of(directMessage('1', 'x', { media: { media_url_https: 'https://evil.example/x.com/a.png' } }))[0]).not.toHaveProperty('files');
});

test('what is missing does not throw; what is no webhook does', () => {
  const holes = {
    direct_message_events: [null, {}],
    tweet_create_events: [null, {}],
    direct_message_mark_read_events: [null],
    block_events: [{}],
  };
  expect(of(holes).every(({ kind }) => kind === 'ignored')).toBe(true);
  expect(of({ follow_events: [] })).toEqual([{ kind: 'ignored', because: 'follow_events,for_user_id,users' }]);
  for (const value of [null, [], 3]) expect(() => parse(value)).toThrow();
});
