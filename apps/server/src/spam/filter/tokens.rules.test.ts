import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Suspect } from '../spam.types.ts';
import { shownWords } from './shown-words.rules.ts';
import { MOST_TOKENS, tokensOf } from './tokens.rules.ts';

const of = (text: string, mail: Suspect['mail'] = null) => tokensOf({ subject: '', text, mail });

test('Japanese gives words in katakana and kanji with what is inflected of it; grammar and numbers give nothing', () => {
  const tokens = of('スマホだけで月収を稼げる方法です。123');
  expect(tokens).toEqual(expect.arrayContaining(['スマホ', '月収', '稼げ', '方法']));
  expect(tokens.filter((one) => /^[ぁ-ん\d]+$/.test(one))).toEqual([]);
});

test('the same word is the same token however it is typed, and English gives words without the small ones', () => {
  expect(of('ﾋﾞｯﾄｺｲﾝ')).toEqual(of('ビットコイン'));
  expect(of('BITCOIN for you')).toEqual(['bitcoin']);
});

test('links count by the site they lead to, of the text as of the HTML', () => {
  const mail = { type: 'mail', from: '', to: [], cc: [], quoted: '', authentication: null } as const;
  const tokens = of('http://login.bank.co.jp.evil.top/x', {
    ...mail,
    to: [],
    cc: [],
    html: '<a href="https://www.shop.co.jp/1">見る</a>',
    authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' },
    oddities: ['reply_elsewhere'],
  });
  expect(tokens).toEqual(
    expect.arrayContaining(['#link:evil.top', '#link:.top', '#link:shop.co.jp', '#dmarc_fail', '#spf_fail', '#html', '#reply_elsewhere']),
  );
});

test('whatever is sent, it gives the same tokens twice, each once, and never too many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const tokens = of(text);
      expect(tokens).toEqual(of(text));
      expect(new Set(tokens).size).toBe(tokens.length);
      expect(tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
    }),
  );
});

test('shown to a person, bigrams are words again, each once', () => {
  const forSpam = ['.top', '料登', '無料', '#link:evil.top', '登録', '稼げ', '#money', 'bitcoin'].map((one) =>
    one === '.top' ? '#link:.top' : one,
  );
  expect(shownWords(forSpam, '今すぐ無料登録で稼げる bitcoin')).toEqual(['.top', '無料登録', 'evil.top', '稼げ', 'bitcoin']);
});
