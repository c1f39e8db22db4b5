// Pure: how alike questions are, by what they are about and by what those next to them are about.
import type { QuestionTerm } from '../../knowledge/search/question-terms.rules.ts';

/** What a text is about, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** Questions asked elsewhere, that nobody counted: keeps a word from looking frequent because only three questions are listed. */
const ELSEWHERE = 1000;
/** Of how many questions that are most like it a question takes on what they are about, and how like they must be. */
const NEAREST = 3;
const NEAR = 0.15;
/** What its own words count against what it took on: 「送料はいくら」 and 「配送の料金」 meet over one that says both. */
const OWN = 0.6;

/** Rare terms count more. */
export function vectorsOf(questions: readonly QuestionTerm[][], others: readonly QuestionTerm[][]): Vector[] {
  const rarity = rarityIn([...questions, ...others]);
  return questions.map((terms) => unit(terms.map(({ term, weight }) => [term, weight * rarity(term)])));
}

function rarityIn(questions: readonly QuestionTerm[][]): (term: string) => number {
  const count = new Map<string, number>();
  for (const terms of questions) for (const { term } of terms) count.set(term, (count.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (questions.length + ELSEWHERE) / ((count.get(term) ?? 0) + 1));
}

export function unit(values: Iterable<readonly [string, number]>): Map<string, number> {
  const vector = new Map(values);
  const length = Math.hypot(...vector.values()) || 1;
  for (const [term, value] of vector) vector.set(term, value / length);
  return vector;
}

/** The likeness of one question to every other: by its place, 0 for itself. The same room is used again for the next question. */
type Likeness = (at: number) => Float64Array;

/** The cosines, once over all that say the same term. */
function cosines(vectors: readonly Vector[]): Likeness {
  const said = new Map<string, { places: number[]; values: number[] }>();
  for (const [at, vector] of vectors.entries())
    for (const [term, value] of vector) {
      const its = said.get(term) ?? { places: [], values: [] };
      said.set(term, its);
      its.places.push(at);
      its.values.push(value);
    }
  const sums = new Float64Array(vectors.length);
  return (at) => {
    sums.fill(0);
    for (const [term, value] of vectors[at]!) {
      const { places, values } = said.get(term)!;
      for (let i = 0; i < places.length; i++) sums[places[i]!]! += value * values[i]!;
    }
    sums[at] = 0;
    return sums;
  };
}

/** Each with what those most like it are about. */
function broadened(vectors: readonly Vector[]): Vector[] {
  const likeness = cosines(vectors);
  return vectors.map((vector, at) => {
    const sum = new Map(vector);
    for (const { place, alike } of nearest(likeness(at)))
      for (const [term, value] of vectors[place]!) sum.set(term, (sum.get(term) ?? 0) + alike * value);
    return unit(sum);
  });
}

function nearest(row: Float64Array): { place: number; alike: number }[] {
  const found: { place: number; alike: number }[] = [];
  for (let place = 0; place < row.length; place++) {
    const alike = row[place]!;
    if (alike <= NEAR || (found.length === NEAREST && alike <= found[NEAREST - 1]!.alike)) continue;
    found.push({ place, alike });
    found.sort((a, b) => b.alike - a.alike);
    found.length = Math.min(found.length, NEAREST);
  }
  return found;
}

/** Both together. */
export function likenessOf(vectors: readonly Vector[]): Likeness {
  const [own, wide] = [cosines(vectors), cosines(broadened(vectors))];
  return (at) => {
    const [row, more] = [own(at), wide(at)];
    for (let i = 0; i < row.length; i++) row[i] = OWN * row[i]! + (1 - OWN) * more[i]!;
    return row;
  };
}
