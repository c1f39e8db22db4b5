// Pure: a second look at the entries that the views put first, at their texts rather than at lists of terms: how much of the question an
// entry holds at all, whether it holds a stretch of it word for word, and whether it begins with it.
import { cutText } from '../../platform/text/fold.ts';
import { longestRunOf } from './longest-run.rules.ts';
import { CLOSER_LOOKS, type CloserLook } from './recipe.ts';
import { type QueryTerm, termsOfUnit } from './score-view.ts';
import type { Entry, QuestionKind } from './search.types.ts';
import type { StreamIndex } from './stream-index.ts';
import { termsOf } from './terms.rules.ts';

/** An entry's folded question and answer, as far as they are looked at. */
export type EntryText = { question: string; answer: string };

/** How many entries are worth it. */
export const LOOKED_AT = 20;
/** Characters looked at. */
const ENTRY_CHARACTERS = 1_500;
const QUESTION_CHARACTERS = 80;
const LEAD_CHARACTERS = 80;

export const textOf = (folded: Pick<Entry, 'question' | 'answer'>): EntryText => ({
  question: cutText(folded.question, ENTRY_CHARACTERS),
  answer: cutText(folded.answer, ENTRY_CHARACTERS),
});

type Terms = { stream: StreamIndex; terms: QueryTerm[] };

/**
 * What the second look adds to an entry, 0 … the sum of the weights. `main`: the question's words. `fine`: its parts of words. `folded`: as
 * it was written.
 */
export function closerLook(
  { coverage, stretch, lead }: CloserLook,
  { folded, main, fine }: { folded: string; main: Terms; fine: Terms },
): (unit: number, text: EntryText) => number {
  const asked = cutText(folded, QUESTION_CHARACTERS);
  const longestRun = longestRunOf(asked);
  return (unit, { question, answer }) => {
    const held = coverage === 0 ? [] : termsOfUnit(main.stream, main.terms, unit);
    const begun = lead === 0 ? new Set() : idsOf(fine.stream, leadTerms(answer));
    return (
      coverage * massShare(main.terms, (_, i) => held[i] === true) +
      stretch * (asked === '' ? 0 : Math.max(longestRun(question), longestRun(answer)) / asked.length) +
      lead * massShare(fine.terms, ({ id }) => begun.has(id))
    );
  };
}

const leadTerms = (answer: string): string[] => termsOf('chars', { folded: cutText(answer, LEAD_CHARACTERS), tokens: [], meanings: [] });

const idsOf = ({ vocabulary }: StreamIndex, terms: string[]): Set<number> => new Set(terms.flatMap((term) => vocabulary.get(term) ?? []));

function massShare(terms: QueryTerm[], has: (term: QueryTerm, i: number) => boolean): number {
  let part = 0;
  let whole = 0;
  for (const [i, term] of terms.entries()) {
    whole += term.idf;
    if (has(term, i)) part += term.idf;
  }
  return whole > 0 ? part / whole : 0;
}

type Asked = { kind: QuestionKind; folded: string; seen: readonly Terms[]; texts: ReadonlyMap<number, EntryText> };

/** Adds to the scores of some units, in place, what a second look at them finds: as parts of the best score there is. */
export function lookAgain(scores: Float64Array, units: readonly number[], { kind, folded, seen, texts }: Asked): void {
  const [main, fine] = seen;
  const weights = CLOSER_LOOKS[kind];
  if (!weights || !main || !fine) return;
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  const closer = closerLook(weights, { folded, main, fine });
  for (const unit of units) {
    const text = texts.get(unit);
    if (text) scores[unit]! += best * closer(unit, text);
  }
}
