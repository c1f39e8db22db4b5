import { type Learned, recall } from './classifier/recall.rules.ts';
import { featuresOf, type ViewEvidence } from './features.rules.ts';
import { addProbabilities, bestUnits, fuse } from './fusion.rules.ts';
import type { Question } from './question.ts';
import { LEARNED_WEIGHT, RECIPES, SCOPES } from './recipe.ts';
import { type QueryTerm, queryTerms, type ScoredView, scoreView, termsOfUnit } from './score-view.ts';
import type { SearchResult, Stream } from './search.types.ts';
import type { StreamIndex } from './stream-index.ts';
import { termsOf } from './terms.rules.ts';
import type { Units } from './units.ts';

export type Streams = Record<Stream, StreamIndex>;

/** The index at one moment. Never changed, only replaced. */
export type Snapshot = { units: Units; streams: Streams; learned: Learned | null };

type Look = { stream: StreamIndex; terms: QueryTerm[]; view: ScoredView; weight: number };

/** Scores every entry in every view of the question's recipe, and says what the scores are worth. */
export function rank(snapshot: Snapshot, question: Question, limit: number): SearchResult {
  const { units, learned } = snapshot;
  if (question.kind === 'sound') {
    const st = snapshot.streams.words;
    const t = queryTerms(st, st.views[0]!, termsOf('words', question), units.slotOf.size);
    const all = t.reduce((a, x) => a + x.idf, 0);
    if (all > 0 && t.reduce((a, x) => a + (x.isKnown ? x.idf : 0), 0) / all >= Number(process.env.K ?? 0.5)) question = { ...question, kind: 'kana' };
  }
  const looks = RECIPES[question.kind].map(({ stream, scope, weight }) => look(snapshot, question, stream, SCOPES.indexOf(scope), weight));
  const fused = fuse(looks, units.idOf.length);
  const probabilities = learned && recall(learned, question.folded);
  if (probabilities) addProbabilities(fused, probabilities, LEARNED_WEIGHT);

  const best = bestUnits(fused, Math.max(limit, 2)); // the second is needed for the margin even when nobody asks for it
  const [top, second] = best;
  const hits = best.slice(0, limit).map((unit) => ({ id: units.idOf[unit]!, score: fused[unit]! }));
  const terms = looks[0]!.terms.length + looks[1]!.terms.length;
  if (top === undefined) return { hits, features: null, terms };

  const evidence = looks.map(({ stream, terms, view, weight }, i): ViewEvidence => {
    return { view, terms, weight, isInTop: i < 2 ? termsOfUnit(stream, terms, top) : [] };
  });
  const scores = { first: fused[top]!, second: second === undefined ? 0 : fused[second]! };
  return { hits, features: featuresOf(evidence, top, scores, probabilities?.byUnit.get(top) ?? null), terms };
}

function look({ streams, units }: Snapshot, question: Question, name: Stream, scope: number, weight: number): Look {
  const stream = streams[name];
  const view = stream.views[scope]!;
  const terms = queryTerms(stream, view, termsOf(name, question, !question.isLetter), units.slotOf.size);
  return { stream, terms, view: scoreView(stream, view, terms), weight };
}
