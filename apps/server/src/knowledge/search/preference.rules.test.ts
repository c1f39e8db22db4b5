import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestUnits } from './fusion.rules.ts';
import { NEAR_TIE, prefer } from './preference.rules.ts';
import { buildIndex } from './search-index.ts';

const slotOf = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((id, slot) => [id, slot]));
const matches = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 6, maxLength: 6 });
const history = fc.array(fc.tuple(fc.constantFrom(...slotOf.keys(), 'gone'), fc.double({ min: -1, max: 2, noNaN: true })));

describe('a preference', () => {
  test('never puts an entry before one that fits clearly better, whatever speaks for it', () => {
    fc.assert(
      fc.property(matches, history, (scores, preferences) => {
        const fused = Float64Array.from(scores);
        const order = bestUnits(prefer(fused, slotOf, new Map(preferences)), scores.length);
        for (const [at, unit] of order.entries()) {
          for (const passed of order.slice(at + 1)) expect(fused[passed]! <= fused[unit]! * (1 + NEAR_TIE) * (1 + 1e-12)).toBe(true);
        }
      }),
    );
  });

  test('finds nothing that the words did not', () => {
    fc.assert(
      fc.property(matches, history, (scores, preferences) => {
        const preferred = prefer(Float64Array.from(scores), slotOf, new Map(preferences));
        for (const [unit, score] of scores.entries()) expect(preferred[unit]! > 0).toBe(score > 0);
      }),
    );
  });

  test('of nobody leaves the scores as they are', () => {
    const fused = Float64Array.from([1, 0.5]);
    expect(prefer(fused, slotOf, new Map())).toBe(fused);
    expect([...prefer(fused, slotOf, new Map([['gone', 1]]))]).toEqual([1, 0.5]);
  });
});

test('of two that fit equally well the preferred one comes first, says so, and makes nobody surer', async () => {
  const index = await buildIndex([
    { id: 'cup', question: '割れた湯のみは交換できますか', answer: '' },
    { id: 'pot', question: '割れた急須は交換できますか', answer: '' },
    { id: 'fee', question: '交換の送料はかかりますか', answer: '' },
  ]);
  const ask = (question: string) => index.search(question, { limit: 3 });
  const asItWas = await ask('割れたので交換できますか');
  expect(asItWas.hits.map(({ id }) => id)).toEqual(['cup', 'pot', 'fee']);
  expect(asItWas.hits.some((hit) => 'preferred' in hit)).toBe(false);

  index.setPreference(
    () =>
      new Map([
        ['pot', 0.5],
        ['fee', 1],
      ]),
  );
  const preferred = await ask('割れたので交換できますか');
  expect(preferred.hits.map(({ id, preferred = false }) => [id, preferred])).toEqual([
    ['pot', true],
    ['cup', false],
    ['fee', false],
  ]);
  expect(preferred.features!.margin).toBeLessThanOrEqual(asItWas.features!.margin);
  expect((await ask('割れた湯のみの交換')).hits[0]).toMatchObject({ id: 'cup' });
  const forked = await (await index.fork()).search('割れたので交換できますか', { limit: 1 });
  expect(forked.hits).toEqual(preferred.hits.slice(0, 1));
});
