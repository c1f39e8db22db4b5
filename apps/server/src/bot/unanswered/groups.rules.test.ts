import { afterAll, describe, expect, test } from 'vitest';
import { faqEn } from '../../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { questionsEn } from '../../../../../fixtures/questions/en.ts';
import { questionsJa } from '../../../../../fixtures/questions/ja.ts';
import type { AskedQuestion } from '../../../../../fixtures/questions/questions.types.ts';
import { termsOfQuestions } from '../../knowledge/search/question-terms.queries.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { groupQuestions, mostTypical } from './groups.rules.ts';

afterAll(() => sharedTokenizer().close());

const faq = await termsOfQuestions([...faqJa, ...faqEn].map(({ question }) => question));
async function grouped(asks: string[]): Promise<string[][]> {
  const groups = groupQuestions(await termsOfQuestions(asks), faq);
  return groups.map((group) => group.map((at) => asks[at]!));
}

describe('questions that ask the same in other words', () => {
  const lids = ['急須のふただけ買えますか', 'ふたのみの購入は可能？', '蓋だけ欲しい'];

  test('stand together, however they are written', async () => {
    expect(await grouped([...lids, 'お茶会はありますか', 'お茶の会は開いていますか'])).toEqual([
      lids,
      ['お茶会はありますか', 'お茶の会は開いていますか'],
    ]);
    expect(await grouped(['Do you sell only the lid?', 'can I buy just a lid', 'do you hold tea parties'])).toEqual([
      ['Do you sell only the lid?', 'can I buy just a lid'],
      ['do you hold tea parties'],
    ]);
  });

  test('a wish alone makes no matter', async () => {
    expect(await grouped(['駐車場を使いたい', 'ロッカーを使いたい', '教えてください', 'お願いします'])).toHaveLength(4);
  });

  test('the one that is most like the others is the title, and the more frequent of two', async () => {
    const terms = await termsOfQuestions([...lids, '急須の蓋']);
    expect(mostTypical([0, 1, 2, 3], terms, [1, 1, 1, 1])).toBe(0);
    expect(mostTypical([1, 2], terms, [1, 1, 5, 1])).toBe(2);
  });

  async function measure(questions: readonly AskedQuestion[]) {
    const groups = groupQuestions(await termsOfQuestions(questions.map(({ ask }) => ask)), faq);
    const pairs = groups.flatMap((group) =>
      group.flatMap((a, i) => group.slice(i + 1).map((b) => [questions[a]!, questions[b]!] as const)),
    );
    // Two that no article answers may well be the same matter: nobody has said.
    const judged = pairs.filter(([a, b]) => a.slug !== null || b.slug !== null);
    return { together: judged.length, right: judged.filter(([a, b]) => a.slug === b.slug).length };
  }

  test('what is put together of the questions in fixtures is nearly always the same matter', async () => {
    const ja = await measure(questionsJa);
    const en = await measure(questionsEn);
    // Those questions avoid each other's words on purpose: few pairs are found, and one more or less is a tenth.
    expect(ja.right).toBeGreaterThanOrEqual(8);
    expect((ja.right + en.right) / (ja.together + en.together)).toBeGreaterThanOrEqual(0.8);
  });
});
