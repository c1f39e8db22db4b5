import { afterAll, describe, expect, test } from 'vitest';
import { sharedTokenizer } from '../tokenizer.ts';
import { parseEdictLine } from './edict.ts';
import { termsOfGlosses } from './gloss-terms.ts';
import { makeGlossary } from './glossary.ts';

const tokenizer = sharedTokenizer();
afterAll(() => tokenizer.close());

/** Lines of our own, in the dictionary's form. */
const lines = [
  '　？？？ /a head line/',
  '送料 [そうりょう] /(n) shipping fee/postage/(P)/',
  '会員 [かいいん] /(n) member/(P)/',
  '会員証 [かいいんしょう] /(n) membership card/',
  '送る;贈る [おくる] /(v5r,vt) (1) to send/to ship/(2) to give as a gift/(P)/',
  '幽霊会員 [ゆうれいかいいん] /(n) member in name only/',
];
const { gloss } = makeGlossary(Buffer.from(lines.join('\n')));
const stemsOf = async (text: string) => gloss(await tokenizer.analyse(text)).map(({ stem }) => stem);

describe('the dictionary', () => {
  test('a line gives its words, glosses without marks, and whether everybody knows the word', () => {
    expect(parseEdictLine(lines[4]!)).toEqual({
      words: ['送る', '贈る', 'おくる'],
      glosses: ['to send', 'to ship', 'to give as a gift'],
      isCommon: true,
    });
    expect(parseEdictLine(lines[0]!)).toBeNull();
    expect(parseEdictLine('')).toBeNull();
    expect(parseEdictLine('ヽ')).toBeNull();
  });
});

describe('a Japanese text in English', () => {
  test('words are found in their dictionary form', async () => {
    expect(await stemsOf('送料を教えて')).toEqual(['ship', 'fee', 'postag']);
    expect(await stemsOf('昨日送りました')).toEqual(['send', 'ship', 'give', 'gift']);
  });

  test('the longest word of the dictionary counts, and its parts half as much', async () => {
    expect(gloss(await tokenizer.analyse('会員証'))).toEqual([
      { stem: 'membership', weight: expect.closeTo(0.37, 2) },
      { stem: 'card', weight: expect.closeTo(0.37, 2) },
      { stem: 'member', weight: 0.5 },
    ]);
  });

  test('what the dictionary does not have is passed over', async () => {
    expect(await stemsOf('ヌヌヌを買う')).toEqual([]);
    expect(await stemsOf('')).toEqual([]);
  });

  test('a short, common, early gloss counts most', () => {
    const entry = (glosses: string[], isCommon: boolean) => ({ words: ['x'], glosses, isCommon });
    const [send] = termsOfGlosses([entry(['to send'], true)]);
    const [rare] = termsOfGlosses([entry(['to send'], false)]);
    const late = termsOfGlosses([entry(['one', 'two', 'three', 'four', 'send'], true)]).at(-1)!;
    const long = termsOfGlosses([entry(['send something somewhere quickly'], true)])[0]!;
    expect(send).toEqual({ stem: 'send', weight: 1 });
    for (const { weight } of [rare!, late, long]) expect(weight).toBeLessThan(1);
  });
});
