// Pure: questions that ask the same in other words.
import type { QuestionTerm } from '../../knowledge/search/question-terms.rules.ts';
import { averageLink } from './average-link.rules.ts';
import { likenessOf, unit, type Vector, vectorsOf } from './likeness.rules.ts';

/**
 * How alike the questions of two groups must be on average to be one. A wrong group hides a question, a missed one only shows it twice: hence
 * a high bar. docs/decisions/0023 tells what was measured.
 */
const ALIKE = 0.66;

/**
 * Groups questions by how alike they are. `others`: what further questions are about, to know how rare a word is.
 * @returns the places of the questions, group by group, in the order of the questions
 */
export function groupQuestions(questions: readonly QuestionTerm[][], others: readonly QuestionTerm[][]): number[][] {
  const alike = pairsOf(questions, others);
  const count = questions.length;
  // Most are like none, and stand alone.
  const some: number[] = [];
  const alone: number[][] = [];
  for (let at = 0; at < count; at++) {
    let most = 0;
    for (let i = at * count; i < (at + 1) * count; i++) most = Math.max(most, alike[i]!);
    if (most > ALIKE) some.push(at);
    else alone.push([at]);
  }
  const groups = averageLink(among(alike, count, some), some.length, ALIKE);
  const placed = groups.map((group) => group.map((place) => some[place]!).sort((a, b) => a - b));
  return [...placed, ...alone].sort(([a = 0], [b = 0]) => a - b);
}

/** How alike each is to each; 0 for two that name nothing in common: a wish alone makes no matter. */
function pairsOf(questions: readonly QuestionTerm[][], others: readonly QuestionTerm[][]): Float32Array {
  const likeness = likenessOf(vectorsOf(questions, others));
  const naming = new Map<string, number[]>();
  for (const [at, terms] of questions.entries())
    for (const { term, weight } of terms) {
      if (weight !== 1) continue;
      const places = naming.get(term);
      if (places) places.push(at);
      else naming.set(term, [at]);
    }
  const pairs = new Float32Array(questions.length ** 2);
  for (const [at, terms] of questions.entries()) {
    const row = likeness(at);
    for (const { term, weight } of terms) {
      const places = weight === 1 ? (naming.get(term) ?? []) : [];
      for (let i = 0; i < places.length; i++) pairs[at * questions.length + places[i]!] = row[places[i]!]!;
    }
  }
  return pairs;
}

function among(alike: Float32Array, count: number, some: readonly number[]): Float32Array {
  const kept = new Float32Array(some.length ** 2);
  for (let row = 0; row < some.length; row++)
    for (let column = 0; column < some.length; column++) kept[row * some.length + column] = alike[some[row]! * count + some[column]!]!;
  return kept;
}

/** The question most like all of a group: its title. `times`: how often each was asked. */
export function mostTypical(group: readonly number[], questions: readonly QuestionTerm[][], times: readonly number[]): number {
  if (group.length < 3) return group.reduce((best, at) => (times[at]! > times[best]! ? at : best));
  const vectors = new Map<number, Vector>(group.map((at) => [at, unit(questions[at]!.map(({ term, weight }) => [term, weight]))]));
  const likeness = (at: number) => group.reduce((sum, other) => sum + times[other]! * cosine(vectors.get(at)!, vectors.get(other)!), 0);
  let best = group[0]!;
  let most = likeness(best);
  for (const at of group.slice(1)) {
    const now = likeness(at);
    if (now > most) [best, most] = [at, now];
  }
  return best;
}

function cosine(one: Vector, other: Vector): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, value] of few) sum += value * (many.get(term) ?? 0);
  return sum;
}
