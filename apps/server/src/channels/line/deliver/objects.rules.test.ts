import type { messagingApi } from '@line/bot-sdk';
import { describe, expect, test } from 'vitest';
import { hasContract, openApi } from '../../../../test/contract.ts';
import { outbound } from '../../outbound.testkit.ts';
import type { Outbound } from '../../port/port.types.ts';
import { objectsOf } from './objects.rules.ts';

const CONTRACT = 'line/messaging-api.yml';
const spec = hasContract(CONTRACT) ? openApi(CONTRACT) : null;

/** The objects of a message, held to the published contract where it is at hand. */
const objects = (more: Partial<Outbound>): messagingApi.Message[] => {
  const made = objectsOf(outbound({ text: '', ...more }));
  for (const one of made) expect(spec?.value('Message', one) ?? []).toEqual([]);
  return made;
};
const choice = (label: string, kind: 'article' | 'solved' | 'person' = 'solved') => ({
  label,
  data: `mdg:msg_01jqf8zs9tq4sm1qnh5w9a2b3c:0`,
  choice: kind === 'article' ? { kind, articleId: 'art_01jqf8zs9tq4sm1qnh5w9a2b3c' } : { kind },
});
const file = (more: object = {}) => ({
  name: '写真.png',
  type: 'image/png',
  sizeInBytes: 1000,
  url: 'https://desk.example/files/abc',
  read: async () => Buffer.alloc(0),
  ...more,
});

test('words; long ones in parts of 5000', () => {
  expect(objects({ text: 'はい' })).toEqual([{ type: 'text', text: 'はい' }]);
  const parts = objects({ text: `${'あ'.repeat(4999)}。${'い'.repeat(4999)}。`.repeat(2) });
  expect(parts).toHaveLength(4);
});

test('the bot’s answer: its words, the article as a card with its link, and what can be pressed', () => {
  const made = objects({
    text: 'こちらをご覧ください。',
    quote: { title: '返品・交換', url: 'https://shop.example/help/returns', text: '**8日以内**なら返品できます。\n\n- 未開封のもの' },
    choices: [choice('解決した'), choice('担当者と話す', 'person')],
  });
  expect(made.map(({ type }) => type)).toEqual(['text', 'flex']);
  expect(JSON.stringify(made[1])).toContain('8日以内なら返品できます。');
  expect(JSON.stringify(made[1])).not.toContain('**');
  expect(JSON.stringify(made[1])).toContain('https://shop.example/help/returns');
  expect(made[1]?.quickReply?.items?.map(({ action }) => action?.label)).toEqual(['解決した', '担当者と話す']);
});

test('an article without a public address has no button to nowhere', () => {
  const [, card] = objects({ text: 'はい', quote: { title: '返品', url: null, text: '返品できます。' } });
  expect(card).not.toHaveProperty('contents.footer');
});

test('several articles stand side by side, with their whole titles', () => {
  const title = '定期便のお届け日とお届け先を、次回の分から変更するにはどうすればいいですか';
  const [, cards] = objects({
    text: 'どちらでしょうか',
    choices: [choice(title, 'article'), choice('送料', 'article'), choice('どれでもない')],
  });
  expect(cards).toMatchObject({ type: 'flex', contents: { type: 'carousel', contents: [{ type: 'bubble' }, { type: 'bubble' }] } });
  expect(JSON.stringify(cards)).toContain(title);
  expect(cards?.quickReply?.items).toHaveLength(1);
});

test('choices whose words are too long for a button, or too many, are a list that can be pressed', () => {
  const long = [choice('ご注文番号が分からない場合はこちらからお問い合わせください'), choice('はい')];
  expect(objects({ text: 'どうしますか', choices: long }).at(-1)).toMatchObject({ type: 'flex', contents: { type: 'bubble' } });
  const many = Array.from({ length: 14 }, (_, index) => choice(`選択肢${index}`));
  expect(objects({ text: 'どれですか', choices: many }).at(-1)).toMatchObject({ type: 'flex' });
});

describe('files', () => {
  test('a picture is a picture; what LINE does not show is a link', () => {
    expect(objects({ files: [file()] })).toMatchObject([{ type: 'image', originalContentUrl: 'https://desk.example/files/abc' }]);
    for (const other of [{ type: 'image/webp' }, { sizeInBytes: 2_000_000 }, { type: 'video/quicktime' }, { type: 'application/pdf' }])
      expect(objects({ files: [file(other)] })).toMatchObject([
        { type: 'text', text: expect.stringContaining('https://desk.example/files/abc') },
      ]);
  });
  test('a film is played in the talk, behind a play sign', () =>
    expect(objects({ files: [file({ type: 'video/mp4' })] })).toEqual([
      {
        type: 'video',
        originalContentUrl: 'https://desk.example/files/abc',
        previewImageUrl: 'https://desk.example/desk/video-preview.png',
      },
    ]));
  test('without a public address LINE cannot fetch it', () => {
    expect(() => objects({ files: [file({ url: null })] })).toThrow('no public https address');
    expect(() => objects({ files: [file({ url: 'http://localhost/files/abc' })] })).toThrow('no public https address');
  });
});
