import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReply } from './check-reply.rules.ts';
import type { Draft } from './reply-checks.types.ts';

const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  text,
  locale: 'ja',
  customerName: '佐藤 花子',
  said: '',
  agentNames: ['鈴木 一郎', '高橋 美咲'],
  othersOrders: [],
  attachments: 0,
  articles: [],
  charset: 'utf-8',
  companyWords: [],
  ...more,
});
const found = (text: string, more: Partial<Draft> = {}) => checkReply(draft(text, more)).map((one) => `${one.rule}: ${one.found}`);
const mended = (text: string, more: Partial<Draft> = {}) =>
  checkReply(draft(text, more))
    .filter(({ instead }) => instead !== null)
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, instead }) => `${now.slice(0, from)}${instead}${now.slice(to)}`, text);

describe('what is fine is let be', () => {
  test.each([
    '佐藤 花子 様\n\nお問い合わせいただきありがとうございます。ご注文の品は明日お届けする予定です。\n葉月茶寮 鈴木',
    '佐藤様\nご返品は商品の到着から14日以内に承っております。お手数をおかけいたしますが、よろしくお願いいたします。',
    'お客様のご利用状況を確認いたします。皆様にお知らせしている仕様のとおり、同様のお問い合わせも多く、様々なご意見をいただいております。',
    'ご担当者様にもお伝えください。奥様、お子様もご一緒にお楽しみいただけます。',
    '添付していただいた写真を拝見しました。もう一枚、写真を添付してお送りください。',
    'お召し上がりになる前に、お湯の温度をお確かめください。',
    'ご来店をお待ちしております。',
    '株式会社葉月 御中\nいつもお世話になっております。',
    '承知いたしました。すぐにお調べいたします。',
    '模様替えの際はお気軽にご相談ください。王様のような椅子です。',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test.each([
    'Dear Sato,\n\nThank you for your message. Could you please attach a photo of the parcel?',
    'Hi Hanako, your order will arrive tomorrow. It had had a delay.',
    'Hello there, thank you for the attachment you sent.',
  ])('%s', (text) => expect(found(text, { locale: 'en', customerName: 'Hanako Sato', said: 'see the attachment you sent' })).toEqual([]));
});

describe('somebody else’s name', () => {
  test('before 様, unless it was said in the conversation or is a colleague’s', () => {
    expect(found('田中様\nご連絡ありがとうございます。')).toEqual(['other_name: 田中様']);
    expect(found('佐藤様から田中様へのお届けを承りました。', { said: '田中さんに送りたいです' })).toEqual([]);
    expect(found('佐藤様\n高橋様')).toEqual([]);
    expect(found('佐々木様、お待たせしました')).toEqual(['other_name: 佐々木様']);
    expect(found('スミス様、ご注文ありがとうございます')).toEqual(['other_name: スミス様']);
  });
  test('in an English greeting', () => {
    expect(found('Dear Ms. Tanaka,\nthank you', { locale: 'en', customerName: 'Hanako Sato' })).toEqual(['other_name: Dear Ms. Tanaka']);
    expect(found('Dear customer, thank you', { locale: 'en', customerName: 'Hanako Sato' })).toEqual([]);
  });
  test('a customer without a name is anybody', () => expect(found('田中様\n', { customerName: '' })).toEqual([]));
});

test('an order that only others spoke of', () =>
  expect(found('ご注文 ＨＳ-204815 は発送しました。', { othersOrders: ['hs-204815'] })).toEqual(['other_order: ＨＳ-204815']));

describe('様 and 御中', () => {
  test.each([
    ['佐藤様様', '佐藤様'],
    ['株式会社葉月 御中様', '株式会社葉月 御中'],
    ['お客様各位殿', 'お客様各位'],
    ['関係者各位様', '関係者各位'],
    ['佐藤部長様', '佐藤部長'],
    ['株式会社葉月御中 佐藤様', '株式会社葉月 佐藤様'],
    ['佐藤\n\nご連絡ありがとうございます。', '佐藤 様\n\nご連絡ありがとうございます。'],
    ['佐藤花子、お待たせしました。', '佐藤花子 様、お待たせしました。'],
  ])('%s → %s', (text, right) => expect(mended(text)).toBe(right));
});

describe('the language of respect', () => {
  test.each([
    ['先ほどおっしゃられた件です。', '先ほどおっしゃった件です。'],
    ['ご覧になられましたか。', 'ご覧になりましたか。'],
    ['ご注文になられた商品です。', 'ご注文になった商品です。'],
    ['資料は拝見してください。', '資料はご覧ください。'],
    ['窓口でいただいてください。', '窓口でお受け取りください。'],
    ['ご登録の住所でよろしかったでしょうか。', 'ご登録の住所でよろしいでしょうか。'],
    ['了解しました。', '承知いたしました。'],
    ['このページからご利用できます。', 'このページからご利用いただけます。'],
  ])('%s → %s', (text, right) => expect(mended(text)).toBe(right));
  test.each(['弊社様より', 'お客様の勘違いです', 'ご苦労様です'])('%s is said', (text) => expect(found(text)).toHaveLength(1));
});

describe('slips of the pen', () => {
  test.each([
    ['画像が見れない場合はお知らせください。', '画像が見られない場合はお知らせください。'],
    ['明日は受け取りに来れますか。', '明日は受け取りに来られますか。'],
    ['マイページで確認することができます。', 'マイページで確認できます。'],
    ['まず最初に、お詫び申し上げます。', '最初に、お詫び申し上げます。'],
    ['お体にはご自愛ください。', 'ご自愛ください。'],
    ['お届けまで約10日ほどかかります。', 'お届けまで約10日かかります。'],
    ['割引が適応されます。', '割引が適用されます。'],
    ['メーカー保障の期間内です。', 'メーカー保証の期間内です。'],
  ])('%s → %s', (text, right) => expect(mended(text)).toBe(right));
  test.each(['返品できないことはありません。', '対応できなくはないです。', 'お届けいたします。到着は明日である。'])('%s is said', (text) =>
    expect(found(text)).toHaveLength(1),
  );
  test.each([
    'ご覧いただければ幸いです。マイページを見れば分かります。',
    '外すことができない部品です。切れる、割れる、売れるといったお声もあります。',
    '到着は明日である。遅れはない。',
    '社会保障の書類はこちらです。環境に適応する素材です。',
    '約束の時間ほどお待たせしません。',
    '問題ないことは確認いたしました。',
  ])('%s is let be', (text) => expect(found(text)).toEqual([]));
});

describe('what is missing', () => {
  test.each(['資料を添付いたします。', '添付のファイルをご覧ください。', '添付ファイルをご確認ください。'])('%s', (text) => {
    expect(found(text)).toHaveLength(1);
    expect(found(text, { attachments: 1 })).toEqual([]);
  });
  test('in English, once', () => {
    expect(found('Please see the attached invoice, attached below.', { locale: 'en', customerName: 'Hanako' })).toEqual([
      'no_attachment: attached',
    ]);
    expect(found('Please attach the invoice.', { locale: 'en', customerName: 'Hanako' })).toEqual([]);
  });
  test('blanks of a template', () =>
    expect(found('〇〇様 {{customer.name}} 【　】に[date]まで')).toEqual([
      'left_blank: 〇〇',
      'left_blank: {{customer.name}}',
      'left_blank: 【　】',
      'left_blank: [date]',
    ]));
});

describe('what the article says otherwise', () => {
  const articles = ['返品は到着から14日以内です。送料は全国一律660円（税込）、5,000円以上のご注文は10%割引です。'];
  test('another figure of the same unit', () => {
    expect(checkReply(draft('返品は到着から30日以内です。', { articles }))).toMatchObject([
      { rule: 'different_figure', found: '30日', against: '14日' },
    ]);
    expect(found('返品は到着から１４日以内です。送料は660円です。3個お送りします。', { articles })).toEqual([]);
    expect(found('ご注文の3,300円を返金します。', { articles, said: '代金は3300円でした' })).toEqual([]);
  });
  test('the opposite word beside the same figure', () =>
    expect(checkReply(draft('5,000円以上のご注文は10%追加です。', { articles }))).toMatchObject([
      { rule: 'opposite_word', found: '10%', against: '10%: 割引' },
    ]));
  test('nothing without an article', () => expect(found('30日以内、10%追加')).toEqual([]));
});

describe('characters of an old mail', () => {
  test('are named, and what stands for them is offered', () => {
    const text = '①㈱葉月の髙島です。😀';
    expect(found(text)).toEqual([]);
    expect(mended(text, { charset: 'iso-2022-jp' })).toBe('(1)（株）葉月の高島です。😀');
    expect(found(text, { charset: 'iso-2022-jp' })).toContain('unsendable_character: 😀');
    expect(found('ｶﾅ', { charset: 'iso-2022-jp' })).toHaveLength(2);
    expect(found('普通の文、カナ、ABC、！「」〜', { charset: 'iso-2022-jp' })).toEqual([]);
  });
});

describe('the company’s own words', () => {
  const companyWords = [
    { word: 'ユーザ', instead: 'お客様', remark: '', weight: 'warning' as const },
    { word: 'fee', instead: 'charge', remark: '', weight: 'hint' as const },
  ];
  test('in any width, whole words in Latin letters', () => {
    expect(mended('ユーザの皆様。Ｔｈｅ ＦＥＥ is on coffee.', { companyWords })).toBe('お客様の皆様。Ｔｈｅ charge is on coffee.');
  });
});

test('findings lie in the text, none on another, whatever it is', () => {
  const pieces = fc.constantFrom(
    '様',
    '御中',
    '田中',
    '佐藤',
    '添付',
    '①',
    '30日',
    '割引',
    '{{',
    '}}',
    '\n',
    '了解しました',
    '！！',
    'attached',
    ' ',
    '髙',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), fc.boolean(), (parts, old) => {
      const text = parts.join('');
      const findings = checkReply(draft(text, { charset: old ? 'iso-2022-jp' : 'utf-8', articles: ['14日 20%割引'] }));
      const inOrder = [...findings].sort((a, b) => a.from - b.from);
      for (const [index, one] of inOrder.entries()) {
        expect(text.slice(one.from, one.to)).toBe(one.found);
        expect(one.from).toBeGreaterThanOrEqual(inOrder[index - 1]?.to ?? 0);
      }
    }),
  );
});
