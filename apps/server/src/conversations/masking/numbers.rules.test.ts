import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from '../../models/masking/check-digits.rules.ts';
import { maskNumbers } from './numbers.rules.ts';

describe('what is not kept', () => {
  test.each([
    ['カード番号は4111111111111111です', 'カード番号は●●●●●●●●●●●●1111です'],
    ['４１１１－１１１１－１１１１－１１１１', '●●●●－●●●●－●●●●－１１１１'],
    ['card 5555 5555 5555 4444, exp 12/28', 'card ●●●● ●●●● ●●●● 4444, exp 12/28'],
    ['アメックス 3782-822463-10005', 'アメックス ●●●●-●●●●●●-●0005'],
    ['JCB:3530111333300000で決済', 'JCB:●●●●●●●●●●●●0000で決済'],
    ['マイナンバーは1234 5678 9018です。注文番号は12です', 'マイナンバーは●●●● ●●●● 9018です。注文番号は12です'],
    ['123456789018', '●●●●●●●●9018'],
    ['注文番号は4111です。カードは4111-1111-1111-1111', '注文番号は4111です。カードは●●●●-●●●●-●●●●-1111'],
  ])('%s', (text, kept) => expect(maskNumbers(text)).toEqual({ text: kept, count: 1 }));
});

describe('what looks alike and is needed', () => {
  test.each([
    '注文番号 4111111111111111 が届きません',
    '注文番号：4111-1111-1111-1111',
    'Order #4111111111111111 has not arrived',
    'ORD-4111111111111111',
    'https://shop.example/orders/4111111111111111?item=5555555555554444',
    '送り状番号は1234-5678-9018です',
    '荷物の123456789018はどこですか',
    'お問い合わせ番号 1234 5678 9018',
    'JANコード 4901234567894 と 4111111111111112',
    '電話 +81 90 1234 5678、090-1234-5678',
    'メッセージID 202611221405123456789',
    '2026年11月22日 14:05、150000円を3回、12345678901234567890',
    '口座 0001-123-1234567',
    '0000000000000000 と 1111111111111111',
    '12-34-56-78-90-18-11 は部品の型番です',
  ])('%s', (text) => expect(maskNumbers(text)).toEqual({ text, count: 0 }));

  test('sixteen digits at random are hardly ever taken for a card: three in a hundred', () => {
    let random = 7;
    const digit = () => {
      random = (random * 48271) % 2147483647;
      return random % 10;
    };
    const numbers = Array.from({ length: 20_000 }, () => Array.from({ length: 16 }, digit).join(''));
    const share = numbers.filter((one) => maskNumbers(`番号 ${one}`).count > 0).length / numbers.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.035);
  });
});

test('no card as it is printed is kept, whatever stands around it; masking twice is masking once', () => {
  const card = fc
    .tuple(fc.constantFrom('4', '51', '3530', '6011'), fc.stringMatching(/^[0-9]{15}$/))
    .map(([begin, rest]) => (begin + rest).slice(0, 15))
    .map((body) => Array.from({ length: 10 }, (_, n) => `${body}${n}`).find(isCardNumber)!)
    .filter((digits) => !/^(\d)\1+$/.test(digits));
  const around = fc.constantFrom('', '、', 'です。', '「', ' ', '\n', '番号は');
  fc.assert(
    fc.property(card, fc.constantFrom('', ' ', '-', '－', '　'), around, around, (digits, gap, before, after) => {
      const { text } = maskNumbers(`${before}${digits.match(/.{4}/g)!.join(gap)}${after}`);
      expect(text).not.toContain(digits.slice(0, 4) + gap + digits.slice(4, 8));
      expect(text).toContain(digits.slice(-4));
      expect(maskNumbers(text)).toEqual({ text, count: 0 });
    }),
  );
});

test('20,000 characters of digits and signs are read in a moment', () => {
  const began = performance.now();
  for (const text of ['1-'.repeat(10_000), '1'.repeat(20_000), '4111 '.repeat(4000), '1 (1'.repeat(5000)]) maskNumbers(text);
  expect(performance.now() - began).toBeLessThan(1500);
});
