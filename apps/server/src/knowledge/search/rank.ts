import { type Learned, recall } from './classifier/recall.rules.ts';
import { featuresOf, knownShare, type ViewEvidence } from './features.rules.ts';
import { addProbabilities, bestUnits, fuse } from './fusion.rules.ts';
import type { Question } from './question.ts';
import { LEARNED_WEIGHT, MOSTLY_JAPANESE, RECIPES, type Recipe, type RecipeView, SCOPES, WORDS_KNOWN } from './recipe.ts';
import { type QueryTerm, queryTerms, type ScoredView, scoreView, termsOfUnit } from './score-view.ts';
import type { SearchResult, Stream, Terms } from './search.types.ts';
import type { StreamIndex } from './stream-index.ts';
import { termsOf } from './terms.rules.ts';
import type { Units } from './units.ts';

export type Streams = Record<Stream, StreamIndex>;

/** The index at one moment. Never changed, only replaced. */
export type Snapshot = {
  units: Units;
  streams: Streams;
  /** Units in Japanese. */
  japanese: ReadonlySet<number>;
  learned: Learned | null;
};

type Look = { stream: StreamIndex; terms: QueryTerm[]; view: ScoredView; weight: number };

/** Scores every entry in every view of the question's recipe, and says what the scores are worth. */
export function rank(snapshot: Snapshot, asked: Question, limit: number): SearchResult {
  const { units, learned } = snapshot;
  const question = spelling(snapshot, asked);
  const termsOfStream = onceByStream((stream) => termsOf(stream, question, !question.isLetter));
  const recipe = recipeFor(snapshot, question, termsOfStream);
  const looks = recipe.map((recipeView) => look(snapshot, recipeView, termsOfStream));
  const fused = fuse(looks, units.idOf.length);
  // Examples are learned as they are written: they have nothing to say to a question spelled by ear.
  const probabilities = learned && recipe !== RECIPES.sound && recipe !== RECIPES.cross ? recall(learned, question.folded) : null;
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

/** As it was typed, or in kana when its words as English are strange here and their sound as Japanese is not. */
function spelling(snapshot: Snapshot, asked: Question): Question {
  const { inKana } = asked;
  if (!inKana || snapshot.japanese.size === 0) return asked;
  const knownIn = (view: RecipeView, question: Question) =>
    knownShare(look(snapshot, view, (stream) => termsOf(stream, question, !question.isLetter)).terms);
  return knownIn(RECIPES.sound[0], inKana) > knownIn(RECIPES.english[0], asked) ? inKana : asked;
}

/**
 * A question in hiragana is taken by its sound only when its words as they stand are strange here: いつ届きますか has none to guess.
 * An English one goes through the dictionary where nearly everything is in Japanese.
 */
function recipeFor(snapshot: Snapshot, question: Question, termsOfStream: (stream: Stream) => Terms): Recipe {
  const knows = (recipe: Recipe): boolean => knownShare(look(snapshot, recipe[0], termsOfStream).terms) >= WORDS_KNOWN;
  if (question.kind === 'japanese') return knows(RECIPES.japanese) ? RECIPES.japanese : RECIPES.kana;
  if (question.kind === 'sound') return knows(RECIPES.kana) ? RECIPES.kana : RECIPES.sound;
  if (question.kind !== 'english' || snapshot.japanese.size === 0) return RECIPES[question.kind];
  return snapshot.japanese.size >= MOSTLY_JAPANESE * snapshot.units.slotOf.size ? RECIPES.cross : RECIPES.english;
}

function look({ streams, units }: Snapshot, { stream: name, scope, weight }: RecipeView, termsOfStream: (stream: Stream) => Terms): Look {
  const stream = streams[name];
  const view = stream.views[SCOPES.indexOf(scope)]!;
  const terms = queryTerms(stream, view, termsOfStream(name), units.slotOf.size);
  return { stream, terms, view: scoreView(stream, view, terms), weight };
}

function onceByStream(termsOfStream: (stream: Stream) => Terms): (stream: Stream) => Terms {
  const known = new Map<Stream, Terms>();
  return (stream) => {
    const terms = known.get(stream) ?? termsOfStream(stream);
    known.set(stream, terms);
    return terms;
  };
}
