import { type Learned, recall } from './classifier/recall.rules.ts';
import { featuresOf, knownShare, type ViewEvidence } from './features.rules.ts';
import { addProbabilities, bestUnits, fuse } from './fusion.rules.ts';
import type { Question } from './question.ts';
import { LEARNED_WEIGHT, MOSTLY_JAPANESE, RECIPES, type Recipe, type RecipeView, SCOPES, type Scope, WORDS_KNOWN } from './recipe.ts';
import { type QueryTerm, queryTerms, type ScoredView, scoreView, termsOfUnit } from './score-view.ts';
import type { SearchResult, Stream } from './search.types.ts';
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

/** What one view makes of the question. */
type Seen = { stream: StreamIndex; terms: QueryTerm[]; view: ScoredView };
/** Looks at the question through a view; a view looked through twice is scored once. */
type Look = (recipeView: RecipeView) => Seen;

/** Scores every entry in every view of the question's recipe, and says what the scores are worth. */
export function rank(snapshot: Snapshot, asked: Question, limit: number): SearchResult {
  const { units, learned } = snapshot;
  const { question, look } = spelling(snapshot, asked);
  const recipe = recipeFor(snapshot, question, look);
  const looks = recipe.map((recipeView) => ({ ...look(recipeView), weight: recipeView.weight }));
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

type Read = { question: Question; look: Look };

/** As it was typed, or in kana when its words as English are strange here and their sound as Japanese is not. */
function spelling(snapshot: Snapshot, question: Question): Read {
  const typed: Read = { question, look: makeLook(snapshot, question) };
  if (!question.inKana || snapshot.japanese.size === 0) return typed;
  const inKana: Read = { question: question.inKana, look: makeLook(snapshot, question.inKana) };
  const knownIn = ({ look }: Read, [main]: Recipe): number => knownShare(look(main).terms);
  return knownIn(inKana, RECIPES.sound) > knownIn(typed, RECIPES.english) ? inKana : typed;
}

/**
 * A question in hiragana is taken by its sound only when its words as they stand are strange here: いつ届きますか has none to guess.
 * An English one goes through the dictionary where nearly everything is in Japanese.
 */
function recipeFor({ japanese, units }: Snapshot, { kind }: Question, look: Look): Recipe {
  const knows = ([main]: Recipe): boolean => knownShare(look(main).terms) >= WORDS_KNOWN;
  if (kind === 'japanese') return knows(RECIPES.japanese) ? RECIPES.japanese : RECIPES.kana;
  if (kind === 'sound') return knows(RECIPES.kana) ? RECIPES.kana : RECIPES.sound;
  if (kind !== 'english' || japanese.size === 0) return RECIPES[kind];
  return japanese.size >= MOSTLY_JAPANESE * units.slotOf.size ? RECIPES.cross : RECIPES.english;
}

function makeLook({ streams, units }: Snapshot, question: Question): Look {
  const termsOfStream = once((stream: Stream) => termsOf(stream, question, !question.isLetter));
  const seen = once((name: `${Stream}/${Scope}`): Seen => {
    const [streamName, scope] = name.split('/') as [Stream, Scope];
    const stream = streams[streamName];
    const view = stream.views[SCOPES.indexOf(scope)]!;
    const terms = queryTerms(stream, view, termsOfStream(streamName), units.slotOf.size);
    return { stream, terms, view: scoreView(stream, view, terms) };
  });
  return ({ stream, scope }) => seen(`${stream}/${scope}`);
}

/** The same answer for the same key, worked out when it is first asked for. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}
