import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faqEn } from '../../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { createTokenizer, type Tokenizer, TokenizerStopped } from '../../platform/text/tokenizer.ts';
import type { Entry, SearchIndex } from './search.types.ts';
import { buildIndex } from './search-index.ts';

const tokenizer = createTokenizer();
afterAll(() => tokenizer.close());

const entriesOf = (faq: typeof faqJa, locale: string): Entry[] =>
  faq.map(({ slug, examples, ...rest }) => ({ ...rest, id: `${locale}/${slug}`, examples: [...examples] }));
const first = async (index: SearchIndex, question: string): Promise<string | undefined> =>
  (await index.search(question, { limit: 3 })).hits[0]?.id;

describe('the help centre of the shop', () => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await buildIndex([...entriesOf(faqJa, 'ja'), ...entriesOf(faqEn, 'en')], tokenizer);
  });

  test.each([
    ['送料はいくらですか', 'ja/delivery-fee'],
    ['パスワード忘れた', 'ja/account-password-reset'],
    ['領収書ください', 'ja/payment-receipt'],
    ['ｺﾝﾋﾞﾆ払いできる?', 'ja/payment-convenience-store'],
    ['ぎふとらっぴんぐできますか', 'ja/gift-wrapping'],
    ['へんぴんしたい', 'ja/return-policy'],
    ['i forgot my password', 'en/account-password-reset'],
    ['I got the wrnog item', 'en/return-wrong-item'],
  ])('%s → %s', async (question, id) => {
    expect(await first(index, question)).toBe(id);
  });

  test('every article is found by its own question', async () => {
    const missed: string[] = [];
    for (const { id, question } of entriesOf(faqJa, 'ja')) if ((await first(index, question)) !== id) missed.push(question);
    expect(missed).toEqual([]);
  });

  test.each([[''], ['   '], ['!?…。'], ['😀😀'], ['\udc00\ud800'], ['\u0000']])('%j holds no word', async (question) => {
    expect(await index.search(question, { limit: 3 })).toEqual({ hits: [], features: null, terms: 0 });
  });

  test('as many hits as asked for, best first', async () => {
    const { hits } = await index.search('注文をキャンセルして返品したい', { limit: 5 });
    expect(hits).toHaveLength(5);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  test('the margin does not depend on how many hits are asked for', async () => {
    const one = await index.search('返品したい', { limit: 1 });
    const ten = await index.search('返品したい', { limit: 10 });
    expect(one.features).toEqual(ten.features);
  });

  test('any string at all is answered, and every feature is a number', async () => {
    const anyString = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: fc.constantFrom(...'返品カードしたい送料いくらabcとreturn 0!。😀'), maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(anyString, async (question) => {
        const { features, hits } = await index.search(question, { limit: 3 });
        expect(features === null).toBe(hits.length === 0);
        for (const value of Object.values(features ?? {})) expect(value === null || Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a letter of twenty thousand characters is looked at like one of three thousand', async () => {
    const letter = '先日注文した商品について返品したいのですが手順を教えてください。'.repeat(700);
    expect(await index.search(letter, { limit: 3 })).toEqual(await index.search(letter.slice(0, 3000), { limit: 3 }));
  });
});

describe('an index that changes', () => {
  const entry = (id: string, question: string, examples: string[] = []): Entry => ({
    id,
    question,
    answer: `${question}のご案内です。`,
    examples,
  });

  test('what is put is found, what is removed is not, what is replaced is found anew', async () => {
    const index = await buildIndex([entry('a', '送料'), entry('b', '返品')], tokenizer);
    await index.update({ put: [entry('c', '領収書'), entry('a', '包装')], remove: ['b', 'never-there'] });
    expect(index.size).toBe(2);
    expect(await first(index, '領収書')).toBe('c');
    expect(await first(index, '包装')).toBe('a');
    expect(await first(index, '返品')).toBeUndefined();
    expect(await first(index, '送料')).toBeUndefined();
  });

  test('of entries with the same id the last counts', async () => {
    const index = await buildIndex([entry('a', '送料'), entry('a', '返品')], tokenizer);
    expect(index.size).toBe(1);
    expect(await first(index, '返品')).toBe('a');
  });

  test('changes made at once are all carried out, in their order', async () => {
    const index = await buildIndex([], tokenizer);
    await Promise.all([
      index.update({ put: [entry('a', '送料')] }),
      index.update({ put: [entry('b', '返品')] }),
      index.update({ put: [entry('a', '領収書')], remove: ['b'] }),
    ]);
    expect(index.size).toBe(1);
    expect(await first(index, '領収書')).toBe('a');
  });

  test('an index changed step by step says the same as one built at once', async () => {
    const entries = entriesOf(faqJa, 'ja').slice(0, 12);
    const stepwise = await buildIndex([entry(entries[0]!.id, '古い質問'), entry('gone', '消える質問')], tokenizer);
    for (const one of entries) await stepwise.update({ put: [one] });
    await stepwise.update({ remove: ['gone'] });
    await stepwise.settled();
    const once = await buildIndex(entries, tokenizer);
    for (const { question } of entries) {
      const [a, b] = [await stepwise.search(question, { limit: 1 }), await once.search(question, { limit: 1 })];
      expect(a.hits[0]!.id).toBe(b.hits[0]!.id);
      expect(a.features!.mainScore).toBeCloseTo(b.features!.mainScore, 6);
    }
  });

  test('examples teach what no word of the entry says', async () => {
    const index = await buildIndex(
      [
        entry('shipping', '配送状況', ['荷物まだ？', 'いつ来るの', '全然届かない', 'もう一週間待ってる']),
        entry('return', '返品', ['送り返したい', 'いらなくなった', '気に入らない', '戻したい']),
      ],
      tokenizer,
    );
    const { hits, features } = await index.search('まだ待ってるんだけど', { limit: 1 });
    expect(hits[0]!.id).toBe('shipping');
    expect(features!.learned).toBeGreaterThan(0.5);
  });

  test('a change whose analysis fails leaves the index as it was, and the next one works', async () => {
    let isDown = false;
    const shaky: Tokenizer = {
      ...tokenizer,
      analyseAll: async (texts) => {
        if (isDown) throw new TokenizerStopped('down');
        return tokenizer.analyseAll(texts);
      },
    };
    const index = await buildIndex([entry('a', '送料')], shaky);
    isDown = true;
    await expect(index.update({ put: [entry('b', '返品')], remove: ['a'] })).rejects.toThrow(TokenizerStopped);
    isDown = false;
    expect(index.size).toBe(1);
    expect(await first(index, '送料')).toBe('a');
    await index.update({ put: [entry('c', '領収書')] });
    expect(await first(index, '領収書')).toBe('c');
    expect(await first(index, '返品')).toBeUndefined();
  });
});
