import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Features, SearchResult } from '../../knowledge/search/search.types.ts';
import { probabilityOf, SHIPPED_MODELS, SHIPPED_MODELS_LEARNED } from './confidence.rules.ts';
import { decide, SHIPPED_POLICY } from './decide.rules.ts';
import type { Decision, Policy } from './decide.types.ts';

const clear: Features = {
  mainScore: 0.6,
  fineScore: 0.6,
  coverage: 0.9,
  known: 1,
  margin: 0.6,
  agreement: 1,
  evidence: 2.2,
  length: 0.8,
  learned: null,
};
const close: Features = { ...clear, margin: 0.05, fineScore: 0.4, mainScore: 0.4, agreement: 0.5 };
const strange: Features = { ...clear, mainScore: 0.05, fineScore: 0.05, coverage: 0.1, known: 0.2, evidence: 0.5, length: 1.5 };
const hits = ['送料', '返品', '領収書', '包装'].map((id, i) => ({ id, score: 1 - i / 10 }));
const found = (features: Features | null): SearchResult => ({ hits: features ? hits : [], features, terms: 6 });

describe('what the bot does with what it found', () => {
  test.each([
    ['a clear match', found(clear), 'answer', 'sure'],
    ['a few alike', found(close), 'clarify', 'several_possible'],
    ['a matter that is not ours', found(strange), 'handoff', 'outside_knowledge'],
    ['our words, but no entry stands out', found({ ...close, margin: 0, agreement: 0, evidence: 1, length: 1.6 }), 'handoff', 'not_sure'],
    ['nothing found', found(null), 'handoff', 'nothing_found'],
    ['no word in the message', { ...found(null), terms: 0 }, 'handoff', 'no_words'],
    ['what examples taught', found({ ...close, learned: 0.99, margin: 0.7 }), 'answer', 'sure'],
  ] as const)('%s', (_story, result, decision, because) => {
    expect(decide(result)).toMatchObject({ decision, because });
  });

  test('the confidence of an answer is the probability that it is right', () => {
    expect(decide(found(clear)).confidence).toBe(probabilityOf(SHIPPED_MODELS.correct, clear));
  });

  test('at most three candidates, best first, and agents see them also when the bot hands off', () => {
    for (const features of [clear, close, strange]) expect(decide(found(features)).candidates).toEqual(hits.slice(0, 3));
  });

  test('says why with its figures', () => {
    const correct = probabilityOf(SHIPPED_MODELS.correct, strange);
    const inScope = probabilityOf(SHIPPED_MODELS.scope, strange);
    expect(decide(found(strange))).toMatchObject({ because: 'outside_knowledge', figures: { correct, inScope } });
    expect(decide(found(null)).figures).toBeNull();
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mass = fc.double({ min: 0, max: 5, noNaN: true });
const anyFeatures: fc.Arbitrary<Features> = fc.record({
  mainScore: share,
  fineScore: share,
  coverage: share,
  known: share,
  margin: share,
  agreement: share,
  evidence: mass,
  length: mass,
  learned: fc.option(share),
});
const bar = fc.record({ correct: share, scope: share });
const boldness: Record<Decision['decision'], number> = { handoff: 0, clarify: 1, answer: 2 };

describe('whatever was found', () => {
  test('an answer reaches both bars, and what reaches both bars is answered', () => {
    fc.assert(
      fc.property(anyFeatures, fc.record({ answer: bar, clarify: bar }), (features, bars: Omit<Policy, 'calibration'>) => {
        const policy = { ...SHIPPED_POLICY, ...bars };
        const models = features.learned === null ? SHIPPED_MODELS : SHIPPED_MODELS_LEARNED;
        const correct = probabilityOf(models.correct, features);
        const scope = probabilityOf(models.scope, features);
        const reaches = correct >= policy.answer.correct && scope >= policy.answer.scope;
        expect(decide(found(features), policy).decision === 'answer').toBe(reaches);
      }),
    );
  });

  test('a stricter policy is never bolder', () => {
    fc.assert(
      fc.property(anyFeatures, share, (features, more) => {
        const stricter: Policy = {
          ...SHIPPED_POLICY,
          answer: { correct: SHIPPED_POLICY.answer.correct + more, scope: SHIPPED_POLICY.answer.scope + more },
          clarify: { correct: SHIPPED_POLICY.clarify.correct + more, scope: SHIPPED_POLICY.clarify.scope + more },
        };
        const plain = decide(found(features));
        expect(boldness[decide(found(features), stricter).decision]).toBeLessThanOrEqual(boldness[plain.decision]);
      }),
    );
  });

  test('more of the question found never lowers the confidence of what is answered', () => {
    fc.assert(
      fc.property(anyFeatures, share, (features, more) => {
        const better = { ...features, evidence: features.evidence + more };
        const [before, after] = [decide(found(features)), decide(found(better))];
        expect(boldness[after.decision]).toBeGreaterThanOrEqual(boldness[before.decision]);
        expect(after.confidence).toBeGreaterThanOrEqual(before.confidence);
      }),
    );
  });

  test('confidence is 0..1, and nothing that was not answered is surer than what may be answered', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        const { decision, confidence } = decide(found(features));
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        expect(confidence >= SHIPPED_POLICY.answer.correct).toBe(decision === 'answer');
      }),
    );
  });
});
