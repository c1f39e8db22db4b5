import { describe, expect, test } from 'vitest';
import type { SearchResult } from '../knowledge/search/search.types.ts';
import type { Decision } from './decide/decide.types.ts';
import { withMeaning } from './meaning.rules.ts';

const hits = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({ id, score: 1 - at / 10 }));
const found = (firstByWords: string | null): SearchResult => ({ hits, features: null, terms: 3, meaning: { firstByWords, lift: 0.6 } });
const decided = (decision: Decision['decision']): Decision => ({
  decision,
  confidence: 0.9,
  figures: null,
  candidates: hits.slice(0, 3),
  because: decision === 'answer' ? 'sure' : decision === 'clarify' ? 'several_possible' : 'not_sure',
});
const idsOf = ({ candidates }: Decision) => candidates.map(({ id }) => id);

test('without a model every decision stays', () => {
  for (const kind of ['answer', 'clarify', 'handoff'] as const)
    expect(withMeaning(decided(kind), { hits, features: null, terms: 3 })).toEqual(decided(kind));
});

describe('with a model', () => {
  test('an answer that both name first is given', () => {
    expect(withMeaning(decided('answer'), found('a'))).toEqual(decided('answer'));
  });

  test.each([
    ['b', ['a', 'b', 'c']],
    ['e', ['a', 'b', 'e']],
  ])('an answer of which only words are sure (%s) becomes a choice that holds it', (firstByWords, ids) => {
    const decision = withMeaning(decided('answer'), found(firstByWords));
    expect(decision).toMatchObject({ decision: 'clarify', because: 'several_possible' });
    expect(idsOf(decision)).toEqual(ids);
  });

  test('where words give up, what is near is offered and never given', () => {
    const decision = withMeaning({ ...decided('handoff'), candidates: [] }, found(null));
    expect(decision.decision).toBe('clarify');
    expect(idsOf(decision)).toEqual(['a', 'b', 'c']);
  });
});
