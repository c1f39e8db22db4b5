// Pure: questions that ask the same in other words.
import type { QuestionTerm } from '../../knowledge/search/question-terms.rules.ts';

/**
 * How alike a question must be to those of a group, on average: the cosine of what they are about, rare words counting more.
 * Measured on fixtures/questions, where questions of one article are the same matter (293 in Japanese with 315 pairs to find, 107 in
 * English): of the pairs put together 8 of 9 are right (precision 0.89, recall 0.025); with 0.48 9 of 12 (0.75, 0.029), with 0.42 11 of
 * 20. Those questions avoid each other's words on purpose, and no two in English are put together, rightly or wrongly. A wrong group
 * hides a question, a missed one only shows it twice: hence the high bar. Only 57 of the 315 share a word or a meaning at all. What else they reach
 * in search does not help: of pairs with the same first article 22 in 100 are right, of the least sure half of the questions 11, and likeness of
 * the articles reached beside that of the words finds no more at this precision, with the right article there or taken out.
 */
const ALIKE = 0.52;
/** Questions asked elsewhere, that nobody counted: keeps a word from looking frequent because only three questions are listed. */
const ELSEWHERE = 1000;

type Vector = ReadonlyMap<string, { value: number; names: boolean }>;

/**
 * Groups questions, each with those before it that it is most alike: give the most frequent first. `others`: what further questions
 * are about, to know how rare a word is. @returns the places of the questions, group by group
 */
export function groupQuestions(questions: readonly QuestionTerm[][], others: readonly QuestionTerm[][]): number[][] {
  const rarity = rarityIn([...questions, ...others]);
  const groups: number[][] = [];
  /** By term: in which groups it is said, and how much the questions there say of it together. */
  const said = new Map<string, Said>();
  const sums = new Float64Array(questions.length);
  for (const [at, terms] of questions.entries()) {
    const vector = vectorOf(terms, rarity);
    const group = mostAlike(vector, said, groups, sums) ?? groups.push([]) - 1;
    groups[group]!.push(at);
    for (const [term, { value }] of vector) {
      const its: Said = said.get(term) ?? { groups: [], values: [], places: new Map() };
      said.set(term, its);
      const place = its.places.get(group) ?? its.groups.push(group) - 1;
      its.places.set(group, place);
      its.values[place] = (its.values[place] ?? 0) + value;
    }
  }
  return groups;
}

/** `places`: where in the two lists a group stands. */
type Said = { groups: number[]; values: number[]; places: Map<number, number> };

/**
 * The group whose questions are most alike on average, among those that name something this one names: a wish alone makes no matter.
 * `sums`: room to add up in, all 0 before and after.
 */
function mostAlike(vector: Vector, said: ReadonlyMap<string, Said>, groups: readonly number[][], sums: Float64Array): number | null {
  for (const [term, { value }] of vector) {
    const its = said.get(term);
    for (let i = 0; its && i < its.groups.length; i++) sums[its.groups[i]!]! += value * its.values[i]!;
  }
  let best: number | null = null;
  let most = ALIKE;
  for (const [term, { names }] of vector) {
    for (const group of names ? (said.get(term)?.groups ?? []) : []) {
      const mean = sums[group]! / groups[group]!.length;
      if (mean > most || (mean === most && best === null)) [best, most] = [group, mean];
    }
  }
  for (const [term] of vector) for (const group of said.get(term)?.groups ?? []) sums[group] = 0;
  return best;
}

/** The question most like all of a group: its title. `times`: how often each was asked. */
export function mostTypical(group: readonly number[], questions: readonly QuestionTerm[][], times: readonly number[]): number {
  if (group.length < 3) return group.reduce((best, at) => (times[at]! > times[best]! ? at : best));
  const vectors = new Map(group.map((at) => [at, vectorOf(questions[at]!, () => 1)]));
  const likeness = (at: number) => group.reduce((sum, other) => sum + times[other]! * cosine(vectors.get(at)!, vectors.get(other)!), 0);
  let best = group[0]!;
  let most = likeness(best);
  for (const at of group.slice(1)) {
    const now = likeness(at);
    if (now > most) [best, most] = [at, now];
  }
  return best;
}

function rarityIn(questions: readonly QuestionTerm[][]): (term: string) => number {
  const count = new Map<string, number>();
  for (const terms of questions) for (const { term } of terms) count.set(term, (count.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (questions.length + ELSEWHERE) / ((count.get(term) ?? 0) + 1));
}

/** Of length 1. */
function vectorOf(terms: readonly QuestionTerm[], rarity: (term: string) => number): Vector {
  const values = terms.map(({ term, weight }) => [term, { value: weight * rarity(term), names: weight === 1 }] as const);
  const length = Math.hypot(...values.map(([, { value }]) => value)) || 1;
  return new Map(values.map(([term, { value, names }]) => [term, { value: value / length, names }]));
}

function cosine(one: Vector, other: Vector): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, { value }] of few) sum += value * (many.get(term)?.value ?? 0);
  return sum;
}
