import { describe, expect, test } from 'vitest';
import { impersonal, withoutPersonal } from './impersonal.rules.ts';

const people = ['佐藤 花子', 'さとう はなこ', '鈴木 一郎'];

describe('an agent’s reply becomes an answer for everybody', () => {
  test.each([
    [
      'a letter in Japanese',
      '佐藤様\n\nいつもお世話になっております。葉月と匙の担当の鈴木です。\nこの度はお問い合わせいただき、誠にありがとうございます。\n\n急須のふたは、単品でもお求めいただけます。\n型番をお知らせください。\n\nどうぞよろしくお願いいたします。\n----\n葉月と匙 鈴木\n03-1234-5678',
      '急須のふたは、単品でもお求めいただけます。\n型番をお知らせください。',
    ],
    ['a line in a chat', '佐藤さん、こんにちは。ふたは単品でもお求めいただけます。', 'ふたは単品でもお求めいただけます。'],
    ['a short introduction', '佐藤様\n葉月と匙の鈴木です。はい、番号は 090-1234-5678 です。', 'はい、番号は 〔…〕 です。'],
    ['an introduction', '鈴木と申します。お茶会は春と秋に催します。よろしくお願いします。', 'お茶会は春と秋に催します。'],
    [
      'a letter in English',
      'Dear Ms. Sato,\n\nThank you for contacting us. My name is Emma Mori.\n\nYes, the lid is sold separately. It costs 1,200 yen.\n\nBest regards,\nEmma Mori\nHazuki to Saji',
      'Yes, the lid is sold separately. It costs 1,200 yen.',
    ],
    [
      'a line in an English chat',
      'Hello Anna, this is Emma from Hazuki to Saji. Yes, please send it back. See hazuki.example for the form.',
      'Yes, please send it back. See hazuki.example for the form.',
    ],
    ['a word after the greeting', 'Hi Anna, yes, the lid is sold separately.', 'Yes, the lid is sold separately.'],
  ])('%s', (_story, reply, answer) => {
    expect(impersonal(reply, people)).toBe(answer);
  });

  test('what concerned one customer becomes a visible gap', () => {
    expect(impersonal('佐藤様のご注文 #A-10423 は、hanako@example.jp と 090-1234-5678 にお知らせします。', people)).toBe(
      '〔…〕様のご注文 〔…〕 は、〔…〕 と 〔…〕 にお知らせします。',
    );
    expect(impersonal('We sent order HZ-20431 to anna@example.com, or call +81 3 1234 5678.', ['Anna Weber'])).toBe(
      'We sent order 〔…〕 to 〔…〕, or call 〔…〕.',
    );
    expect(withoutPersonal('急須のふただけ買えますか', [])).toBe('急須のふただけ買えますか');
  });

  test('what is said besides stays as it was written, lists and links, too', () => {
    const answer =
      'お手入れの手順です。\n\n1. ぬるま湯で洗う\n2. 乾かす\n\n3.5cm以上の茶こしは [こちら](https://shop.example/a.html) です。';
    expect(impersonal(answer, people)).toBe(answer);
    expect(impersonal('お客様にはご不便をおかけします。ふたはございません。', people)).toBe(
      'お客様にはご不便をおかけします。ふたはございません。',
    );
    expect(impersonal('This is sold from May on.', [])).toBe('This is sold from May on.');
  });

  test('nothing but politeness is no answer', () => {
    expect(impersonal('佐藤様\nお問い合わせありがとうございます。\nよろしくお願いいたします。', people)).toBe('');
    expect(impersonal('Hi Anna,\nThanks for your message!\nKind regards,\nEmma', [])).toBe('');
  });
});
