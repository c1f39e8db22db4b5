import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_WEIGHTS, featuresOf, judge, type Told, taught, type Weights } from './difficulty.rules.ts';

const told = (more: Partial<Told>): Told => ({ confidence: null, botFailed: false, text: '', often: 0, ...more });
const judged = (more: Partial<Told>, weights: Weights = FIRST_WEIGHTS) => judge(featuresOf(told(more)), weights);

test.each<[string, Partial<Told>, string, string[]]>([
  ['a plain question', { text: '送料はいくらですか' }, 'easy', ['easy_topic']],
  ['the same in English', { text: 'What is the shipping cost?' }, 'easy', ['easy_topic']],
  ['a greeting', { text: 'こんにちは' }, 'easy', []],
  [
    'a broken cup, and money back',
    { text: '届いた湯呑みが割れていました。返金してください。納得できません。' },
    'hard',
    ['hard_topic', 'negative'],
  ],
  ['a lawyer', { text: 'This is unacceptable. My lawyer will write to you.' }, 'hard', ['hard_topic', 'negative']],
  ['the fourth time this week, and the bot was no help', { text: 'まだです', often: 4, botFailed: true }, 'hard', ['often', 'bot_failed']],
])('%s', (_story, given, difficulty, codes) => {
  const found = judged(given);
  expect([found.difficulty, found.reasons.map(({ code }) => code).filter((code) => code !== 'long')]).toEqual([difficulty, codes]);
});

test('what people correct is judged as they said after a while, and what has nothing to do with it stays', () => {
  const gift = { text: '名入れの湯呑みの書体を選びたいのですが、どの書体がありますか。', botFailed: true };
  expect(judged(gift).difficulty).toBe('easy');
  let weights = FIRST_WEIGHTS;
  for (let n = 0; n < 12; n += 1) weights = taught(weights, featuresOf(told(gift)), 'hard');
  expect(judged(gift, weights)).toMatchObject({ difficulty: 'hard', reasons: [{ code: 'bot_failed', values: { towards: 'hard' } }] });
  expect(weights.hard_topic).toBe(FIRST_WEIGHTS.hard_topic);
});

test('whatever is taught, nothing moves further than the bounds, and the chance is one', () => {
  const any = fc.record({
    confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    botFailed: fc.boolean(),
    text: fc.constantFrom('', '返金', '送料は', 'ひどい。壊れた。', 'x'.repeat(900)),
    often: fc.nat(10),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(any, fc.constantFrom('easy' as const, 'hard' as const)), { maxLength: 300 }), (lessons) => {
      let weights = FIRST_WEIGHTS;
      for (const [one, really] of lessons) weights = taught(weights, featuresOf(one), really);
      for (const name of Object.keys(weights) as (keyof Weights)[])
        expect(Math.abs(weights[name] - FIRST_WEIGHTS[name])).toBeLessThanOrEqual(3 + 1e-9);
      for (const [one] of lessons) {
        const { chance } = judge(featuresOf(one), weights);
        expect(chance > 0 && chance < 1).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
