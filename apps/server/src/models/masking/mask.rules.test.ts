import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber, isMyNumber } from './check-digits.rules.ts';
import { maskPersonal } from './mask.rules.ts';

const names = ['佐藤 花子', 'さとう はなこ', 'Hanako Sato'];

describe('what is masked', () => {
  test.each([
    ['sato.hanako+shop@mail.example に送ってください', '[EMAIL_1] に送ってください'],
    ['ｈａｎａｋｏ＠ｍａｉｌ．ｅｘａｍｐｌｅです', '[EMAIL_1]です'],
    ['電話は03-1234-5678です', '電話は[PHONE_1]です'],
    ['０９０ー１２３４ー５６７８まで', '[PHONE_1]まで'],
    ['call +81 90 1234 5678 or (03) 1234-5678', 'call [PHONE_1] or [PHONE_2]'],
    ['カード4111 1111 1111 1111で払いました', 'カード[CARD_1]で払いました'],
    ['５５５５－５５５５－５５５５－４４４４', '[CARD_1]'],
    ['マイナンバーは123456789018です', 'マイナンバーは[MYNUMBER_1]です'],
    ['〒600-8001 京都', '[POSTAL_1] 京都'],
    ['600-8001に届けて', '[POSTAL_1]に届けて'],
    ['注文番号はA-10234です', '注文番号は[NUMBER_1]です'],
    ['注文番号10423が届きません', '注文番号[NUMBER_1]が届きません'],
    ['order #104239 and order #104239', 'order [NUMBER_1] and order [NUMBER_1]'],
    ['佐藤花子です。サトウ ハナコ、佐藤と申します', '[NAME_1]です。[NAME_2]、[NAME_3]と申します'],
    ['はじめまして、山田太郎と申します。', 'はじめまして、[NAME_1]と申します。'],
    ['名前は山田 太郎、', '名前は[NAME_1]、'],
    ['My name is Taro Yamada.', 'My name is [NAME_1].'],
    ['I am hanako, Hanako Sato', 'I am [NAME_1], [NAME_2]'],
  ])('%s → %s', (text, masked) => expect(maskPersonal(text, names).text).toBe(masked));

  test.each([
    '送料は550円ですか、11,000円以上なら無料ですか',
    '2026年11月22日(日)14:05に届きますか',
    '2026-11-22までに届きますか',
    '150000円の急須を3個ください',
    'Is it free over $1,000 in 2026?',
    'iPhone15で使えますか',
    '24時間365日ですか',
  ])('%s stays: questions about it must make sense', (text) => expect(maskPersonal(text, names).text).toBe(text));

  test('a card number that was masked on arrival keeps its last digits from a model, too', () =>
    expect(maskPersonal('カードは ●●●● ●●●●-●●●● １１１１ です').text).toBe('カードは [NUMBER_1] です'));

  test('the reply gets back what it repeats, and nothing a customer made up', () => {
    const { text, unmask, count } = maskPersonal('[EMAIL_1] とは? sato@mail.example, 03-1234-5678', names);
    expect(text).toBe('[EMAIL_1] とは? [EMAIL_2], [PHONE_1]');
    expect(count).toBe(2);
    expect(unmask('[EMAIL_2] [EMAIL_1] [EMAIL_9] [PHONE_1]')).toBe('sato@mail.example [EMAIL_1] [EMAIL_9] 03-1234-5678');
  });

  test('a name with signs in it is a name', () => {
    expect(maskPersonal('A.B (c+ です、AxB も', ['A.B (c+']).text).toBe('[NAME_1] です、AxB も');
  });

  test('check digits', () => {
    expect([isCardNumber('4111111111111111'), isCardNumber('4111111111111112'), isMyNumber('123456789018')]).toEqual([true, false, true]);
    expect(isMyNumber('123456789019')).toBe(false);
  });
});

const withLuhn = (body: string): string => Array.from({ length: 10 }, (_, n) => `${body}${n}`).find(isCardNumber)!;
const wide = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('[EMAIL_1]', '[NAME_', '_1]', '佐藤', '注文番号', '〒', '@', '０３', '、', '円', 'ー'),
    fc.emailAddress(),
    fc.stringMatching(/^[0-9 \-().+#A-Z]{1,25}$/),
  );
  const message = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('unmasking what was masked gives the text again', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { text: masked, unmask } = maskPersonal(text, names);
        expect(unmask(masked)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('no digits of a card remain, however it is grouped', () => {
    const card = fc.stringMatching(/^[3-6][0-9]{14}$/).map(withLuhn);
    const gap = fc.constantFrom('', ' ', '-', '－', '　', '.', ' - ');
    fc.assert(
      fc.property(card, gap, fc.boolean(), message, message, (digits, between, full, before, after) => {
        const groups = digits.match(/.{4}/g)!.map((group) => (full ? wide(group) : group));
        const { text } = maskPersonal(`${before}、カード${groups.join(between)}です。${after}`, names);
        // A digit of the card on its own may stand elsewhere in the message; a group of it in its place may not.
        expect(text).toMatch(/カード\[(CARD|NUMBER)_\d+\]です/);
      }),
    );
  });

  test('no address of a mailbox remains', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9._+-]{1,20}@[a-z0-9-]{1,10}\.(example|jp|com)$/), (email) => {
        expect(maskPersonal(`メールは${email}です`).text).not.toContain(email.split('@')[1]);
      }),
    );
  });

  test('20,000 characters of digits and signs are read in a moment', () => {
    const began = performance.now();
    for (const text of ['1-'.repeat(10_000), 'a'.repeat(20_000), '1 ('.repeat(6_666), 'a1_'.repeat(6_666), '@.'.repeat(10_000)])
      maskPersonal(text, names);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
