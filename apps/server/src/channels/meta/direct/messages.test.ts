import { expect, test } from 'vitest';
import { messenger } from '../../messenger/messenger.channel.ts';
import { outbound } from '../../outbound.testkit.ts';
import { partsOf } from './messages.rules.ts';

const choices = (...labels: string[]) =>
  labels.map((label, index) => ({ label, data: `mdg:m:${index}`, choice: { kind: 'person' as const } }));

test('short choices are quick replies under the words', () => {
  expect(partsOf(messenger, outbound({ text: '解決しましたか?', choices: choices('はい', 'いいえ') }))).toEqual([
    {
      object: {
        text: '解決しましたか?',
        quick_replies: [
          { content_type: 'text', title: 'はい', payload: 'mdg:m:0\nはい' },
          { content_type: 'text', title: 'いいえ', payload: 'mdg:m:1\nいいえ' },
        ],
      },
    },
  ]);
});

test('long ones stand above, under their numbers', () => {
  const long = '急須の茶こしが外れてしまったときの直し方';
  const longer = `${long}と、洗い方`;
  const { object } = partsOf(messenger, outbound({ text: 'どれですか', choices: choices(longer, 'その他') }))[0]!;
  expect(object.text).toBe(`どれですか\n\n1. ${longer}\n2. その他`);
  expect(object.quick_replies).toMatchObject([
    { title: expect.stringMatching(/^1\. .{1,16}…$/), payload: `mdg:m:0\n${longer}` },
    { title: '2. その他' },
  ]);
});

test('files come before the question, handed over; a kind that cannot be is a link, and without an address does not go', () => {
  const file = { name: 'a.png', type: 'image/png', sizeInBytes: 9, url: null, read: async () => Buffer.alloc(0) };
  const large = { ...file, name: 'b.zip', sizeInBytes: 30_000_000 };
  const files = [file, { ...large, url: 'https://desk.example/b.zip' }];
  expect(partsOf(messenger, outbound({ text: 'こちらです', files, choices: choices('はい') }))).toMatchObject([
    { object: { attachment: { type: 'image' } }, upload: { file, kind: 'image' } },
    { object: { text: expect.stringContaining('b.zip') } },
    { object: { text: 'こちらです', quick_replies: [{ title: 'はい' }] } },
  ]);
  expect(() => partsOf(messenger, outbound({ files: [large] }))).toThrow('unsupported');
});
