import { describe, expect, test } from 'vitest';
import { queryTerms, scoreView, termsOfUnit } from './score-view.ts';
import { addUnit, changeStream, emptyStream, noAdditions, type StreamIndex } from './stream-index.ts';

const ALL = [3, 1, 0.5, 3];
const ASKED = [1, 0, 0, 1];
const NONE = new Set<number>();
/** Fields: question, answer, category, examples. */
type Texts = { question?: string; answer?: string; examples?: string[] };

function put(stream: StreamIndex, units: Record<number, Texts>, dropped = NONE): StreamIndex {
  const added = noAdditions();
  let count = stream.lengths.length / 4;
  for (const [unit, { question = '', answer = '', examples = [] }] of Object.entries(units)) {
    const words = (text: string): string[] => text.split(' ').filter(Boolean);
    addUnit(stream, added, Number(unit), [[words(question)], [words(answer)], [], examples.map(words)]);
    count = Math.max(count, Number(unit) + 1);
  }
  return changeStream(stream, dropped, added, count, [ALL, ASKED]);
}

function ask(stream: StreamIndex, question: string, view = 0): number[] {
  const terms = queryTerms(stream, stream.views[view]!, question.split(' '), stream.lengths.length / 4);
  return [...scoreView(stream, stream.views[view]!, terms).scores];
}

describe('entries in a stream', () => {
  const shop = put(emptyStream(), {
    0: { question: 'return an item', answer: 'send it back' },
    1: { question: 'track a parcel', answer: 'return to this page' },
  });

  test('a word in the question weighs more than one in the answer', () => {
    const [first, second] = ask(shop, 'return');
    expect(first!).toBeGreaterThan(second!);
    expect(second!).toBeGreaterThan(0);
  });

  test('how it is asked does not look at the answer', () => {
    expect(ask(shop, 'return', 1)[1]).toBe(0);
  });

  test('a word nobody used finds nothing but is part of what could have been', () => {
    const view = shop.views[0]!;
    const score = (words: string[]) => scoreView(shop, view, queryTerms(shop, view, words, 2));
    expect(score(['return', 'helicopter']).best).toBe(score(['return']).best);
    expect(score(['return', 'helicopter']).ideal).toBeGreaterThan(score(['return']).ideal);
    expect(score(['helicopter'])).toMatchObject({ best: 0, bestUnit: -1 });
  });

  test('which of the words an entry has', () => {
    const terms = queryTerms(shop, shop.views[0]!, ['return', 'parcel', 'helicopter'], 2);
    expect(termsOfUnit(shop, terms, 1)).toEqual([true, true, false]);
    expect(termsOfUnit(shop, terms, 0)).toEqual([true, false, false]);
  });

  test('a changed entry is found by its new words alone, and who still holds the old stream sees the old ones', () => {
    const changed = put(shop, { 0: { question: 'swap an item' } }, new Set([0]));
    expect(ask(changed, 'swap')[0]).toBeGreaterThan(0);
    expect(ask(changed, 'back')[0]).toBe(0);
    expect(ask(shop, 'back')[0]).toBeGreaterThan(0);
    expect(ask(shop, 'swap')).toEqual([0, 0]);
  });

  test('a stream changed step by step is the same as one built at once', () => {
    const steps = put(put(put(emptyStream(), { 0: { question: 'x y' }, 1: { answer: 'old' } }), { 1: { question: 'y z' } }, new Set([1])), {
      2: { question: 'z' },
    });
    const once = put(emptyStream(), { 0: { question: 'x y' }, 1: { question: 'y z' }, 2: { question: 'z' } });
    for (const question of ['x', 'y', 'z', 'y z', 'old']) expect(ask(steps, question)).toEqual(ask(once, question));
  });

  test('a hundred examples do not bury an entry that has none', () => {
    const examples = Array.from({ length: 100 }, (_, i) => `please refund my card payment ${i}`);
    const mixed = put(emptyStream(), { 0: { question: 'refund', examples }, 1: { question: 'change the address on my card' } });
    const [refund, address] = ask(mixed, 'change the address on my card');
    expect(address!).toBeGreaterThan(refund!);
  });
});
