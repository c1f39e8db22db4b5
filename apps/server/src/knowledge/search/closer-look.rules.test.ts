import { describe, expect, test } from 'vitest';
import { closerLook, textOf } from './closer-look.rules.ts';
import type { CloserLook } from './recipe.ts';
import { queryTerms } from './score-view.ts';
import { buildIndex } from './search-index.ts';
import { addUnit, changeStream, emptyStream, noAdditions } from './stream-index.ts';

const QUESTION = 'mend a cracked teapot';
const words = (text: string): string[] => text.split(' ').filter(Boolean);
const texts = ['we mend bowls', 'a cracked teapot is mended by hand', 'opening hours'];

/** What the second look adds for each text, when it is an answer. */
function added(look: Partial<CloserLook>): number[] {
  const additions = noAdditions();
  const empty = emptyStream();
  for (const [unit, text] of texts.entries()) addUnit(empty, additions, unit, [[], [words(text)], [], []]);
  const stream = changeStream(empty, new Set(), additions, texts.length, [[3, 1, 0.5, 3]]);
  const seen = { stream, terms: queryTerms(stream, stream.views[0]!, words(QUESTION), texts.length) };
  const closer = closerLook({ coverage: 0, stretch: 0, lead: 0, ...look }, { folded: QUESTION, main: seen, fine: seen });
  return texts.map((answer, unit) => closer(unit, textOf({ question: '', answer })));
}

describe('the second look', () => {
  test('says how much of the question an entry holds, rare words before others', () => {
    const [mend, teapot, hours] = added({ coverage: 1 });
    expect(teapot!).toBeGreaterThan(mend!);
    expect(mend!).toBeGreaterThan(0);
    expect([hours, teapot! < 1]).toEqual([0, true]);
  });

  test('says how long a stretch stands there word for word', () => {
    expect(added({ stretch: 1 })).toEqual([5, 16, 2].map((letters) => letters / QUESTION.length));
  });

  test('says whether the answer begins with it', () => {
    const [mend, , hours] = added({ lead: 1 });
    expect(mend!).toBeGreaterThan(0);
    expect(hours).toBe(0);
  });

  test('adds up to the weights and no more, for whatever is asked', () => {
    for (const one of added({ coverage: 0.4, stretch: 0.4, lead: 0.2 })) expect(one >= 0 && one <= 1).toBe(true);
  });

  test('looks at the beginning of a long manual only', () => {
    const { answer } = textOf({ question: '', answer: `${'々'.repeat(100_000)}急須` });
    expect(answer.length).toBeLessThan(2_000);
  });
});

test('what is said as it was asked comes before the same words here and there, until it is said no more', async () => {
  const hereAndThere = '急須の修理と交換。茶こしの修理と交換。急須の交換部品、茶こしの交換部品。';
  const asAsked = '急須の茶こしの交換は、店でも郵便でも承ります。お代は部品によって変わり、郵便のときは送り先を書き添えてください。';
  const index = await buildIndex([
    { id: 'here and there', question: '', answer: hereAndThere },
    { id: 'as asked', question: '', answer: asAsked },
  ]);
  const first = async () => (await index.search('急須の茶こしの交換', { limit: 1 })).hits[0]?.id;
  expect(await first()).toBe('as asked');
  await index.update({ put: [{ id: 'as asked', question: '', answer: '急須は休業中です。' }] });
  expect(await first()).toBe('here and there');
});
