import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../platform/words.ts';
import { type Handed, type Said, summaryOf } from './summary.rules.ts';
import { languageName, writtenIn } from './written-in.rules.ts';

const article = (title: string) => ({ articleId: `art-${title}`, title });
const asks = (text: string): Said => ({ by: 'customer', text, ownWords: true, asked: true, no: false });
const says = (text: string): Said => ({ by: 'customer', text, ownWords: true, asked: false, no: false });
const presses = (text: string): Said => ({ by: 'customer', text, ownWords: false, asked: false, no: false });
const no: Said = { by: 'customer', text: 'いいえ', ownWords: false, asked: false, no: true };
const quotes = (...titles: string[]): Said => ({ by: 'bot', quoted: titles.map(article), offered: [] });
const offers = (...titles: string[]): Said => ({ by: 'bot', quoted: [], offered: titles.map(article) });
const talks: Said = { by: 'bot', quoted: [], offered: [] };

const handed = (said: Said[], more: Partial<Handed> = {}): Handed => ({ said, locale: 'ja', page: null, collected: null, ...more });
const inJapanese = (one: Handed) => summaryOf(one, 'ja', wordsFor('ja'));
const inEnglish = (one: Handed) => summaryOf(one, 'en', wordsFor('en'));

describe('what an agent reads', () => {
  test.each<[string, Handed, string | null]>([
    ['asked for a person at once', handed([says('人と話したい'), talks]), null],
    ['greeted, then pressed the button', handed([asks('こんにちは'), talks, presses('担当者に相談する')]), null],
    ['nothing but a page is no news', handed([says('担当者')], { page: { url: 'https://shop.example/cup', title: '湯呑み' } }), null],
    [
      'one question, an article that did not help, others that were not it',
      handed([asks('送料は\nいくらですか'), quotes('送料はいくらですか?'), no, offers('届くまで何日?', '時間指定'), no], {
        page: { url: 'https://shop.example/cup', title: '湯呑み' },
      }),
      'ボットからの引き継ぎ\n・ご質問: 送料は いくらですか\n・ご案内した記事: 「送料はいくらですか?」(解決せず)\n・候補に挙げた記事: 「届くまで何日?」(該当せず)、「時間指定」(該当せず)\n・見ていたページ: 湯呑み https://shop.example/cup',
    ],
    [
      'the first and the last of several; what was offered and then chosen was given',
      handed([asks('送料'), offers('A', 'B'), presses('A'), quotes('A'), asks('沖縄は?'), talks, asks('離島は?'), talks, says('担当者')]),
      'ボットからの引き継ぎ\n・ご質問: 送料\n・最後のご質問: 離島は?\n・ご案内した記事: 「A」\n・候補に挙げた記事: 「B」',
    ],
    ['a flow alone', handed([presses('返品したい')], { collected: 'シナリオ「返品」\n・番号 → 7' }), 'シナリオ「返品」\n・番号 → 7'],
    [
      'question and flow in one note',
      handed([asks('返品したい')], { collected: 'シナリオ「返品」\n・番号 → 7' }),
      'ボットからの引き継ぎ\n・ご質問: 返品したい\n\nシナリオ「返品」\n・番号 → 7',
    ],
    [
      'English on an English screen',
      handed([asks('Where is my order?'), talks], { locale: 'en' }),
      'ボットからの引き継ぎ\n・ご質問: Where is my order?\n・書いた言葉: 英語',
    ],
    [
      'English on a Japanese screen',
      handed([asks('Where is my order?'), talks]),
      'ボットからの引き継ぎ\n・ご質問: Where is my order?\n・書いた言葉: 英語(画面は日本語)',
    ],
    [
      'Japanese on an English screen is answered in Japanese',
      handed([asks('注文が届きません'), talks], { locale: 'en' }),
      'ボットからの引き継ぎ\n・ご質問: 注文が届きません\n・書いた言葉: 日本語(画面は英語)',
    ],
    [
      'only a button, on an English screen',
      handed([presses('Talk to a person')], { locale: 'en' }),
      'ボットからの引き継ぎ\n・画面の言葉: 英語',
    ],
    ['only words for a person, in English: read at a glance', handed([says('I want to talk to a human')], { locale: 'en' }), null],
  ])('%s', (_story, one, note) => {
    expect(inJapanese(one)).toBe(note);
  });

  test('in an English company', () => {
    const said = [
      asks('How much is shipping?'),
      quotes('What does delivery cost?'),
      no,
      offers('When does it arrive?'),
      asks('to Okinawa'),
      talks,
    ];
    expect(inEnglish(handed(said, { locale: 'en', page: { url: 'https://shop.example/cup', title: '' } }))).toBe(
      'Handed over by the bot\n- Asked: How much is shipping?\n- Asked last: to Okinawa\n- Articles given: “What does delivery cost?” (didn’t help)\n- Articles suggested: “When does it arrive?”\n- Was on: https://shop.example/cup',
    );
    expect(inEnglish(handed([asks('送料はいくらですか')]))).toContain('- Wrote in: Japanese');
  });

  test('a long story is cut at 300 characters, never within one; many articles are counted', () => {
    const note = inJapanese(handed([asks('🍵'.repeat(400)), ...['1', '2', '3', '4', '5', '6', '7'].map((title) => quotes(title))]))!;
    const [, question, articles] = note.split('\n');
    expect([...question!]).toHaveLength('・ご質問: '.length + 300);
    expect(question).toMatch(/🍵…$/u);
    expect(articles).toBe('・ご案内した記事: 「3」、「4」、「5」、「6」、「7」 ほか2件');
  });
});

describe('the language of a text', () => {
  test.each([
    ['送料はいくらですか', 'ja'],
    ['送料無料', 'ja'],
    ['iPhone 15 Pro Max の USB-C ケーブル', 'ja'],
    ['Where is my order?', 'en'],
    ['souryou ikura desuka', 'Latn'],
    ['请问什么时候发货', 'zh'],
    ['배송비는 얼마예요', 'ko'],
    ['ส่งของเมื่อไหร่', 'th'],
    ['Где мой заказ?', 'Cyrl'],
    ['https://shop.example/order hanako@mail.example', null],
    ['12345', null],
    ['', null],
  ])('%s → %s', (text, code) => {
    expect(writtenIn(text)).toBe(code);
  });

  test.each([
    ['en', 'ja', '英語'],
    ['Cyrl', 'ja', 'キリル文字'],
    ['th', 'en', 'Thai'],
    ['Latn', 'en', 'Latin'],
  ] as const)('%s for a reader of %s is %s', (code, reader, name) => {
    expect(languageName(code, reader)).toBe(name);
  });
});
