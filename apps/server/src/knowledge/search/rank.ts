import { type Learned, recall } from './classifier/recall.rules.ts';
import { type EntryText, LOOKED_AT, lookAgain } from './closer-look.rules.ts';
import { featuresOf, knownShare, type ViewEvidence } from './features.rules.ts';
import { addProbabilities, bestUnits, fuse } from './fusion.rules.ts';
import { type Hidden, hideIn, hideInView } from './hidden.ts';
import { type Preference, prefer } from './preference.rules.ts';
import type { Question } from './question.ts';
import {
  FITTED_LEARNED_WEIGHT,
  learnedWeight,
  MOSTLY_JAPANESE,
  RECIPES,
  type Recipe,
  type RecipeView,
  SCOPES,
  type Scope,
  WORDS_KNOWN,
} from './recipe.ts';
import { type QueryTerm, queryTerms, type ScoredView, scoreView, termsOfUnit } from './score-view.ts';
import type { Hit, QuestionKind, SearchResult, Stream } from './search.types.ts';
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
  /** By unit. */
  texts: ReadonlyMap<number, EntryText>;
  learned: Learned | null;
  /** What this question must not find. */
  hidden?: Hidden;
};

/** What one view makes of the question. */
type Seen = { stream: StreamIndex; terms: QueryTerm[]; view: ScoredView };
/** Looks at the question through a view; a view looked through twice is scored once. */
type Look = (recipeView: RecipeView) => Seen;

/** Scores every entry in every view of the question's recipe, puts near ties in the preferred order, and says what the scores are worth. */
export function rank(snapshot: Snapshot, asked: Question, limit: number, preference: Preference): SearchResult {
  const { units, learned } = snapshot;
  const { question, look } = spelling(snapshot, asked);
  const kind = kindFor(snapshot, question, look);
  const looks = RECIPES[kind].map((recipeView) => ({ ...look(recipeView), weight: recipeView.weight }));
  const views = hideIn(fuse(looks, units.idOf.length), snapshot.hidden);
  // Examples are learned as they are written: they have nothing to say to a question spelled by ear.
  const vote = learned && kind !== 'sound' && kind !== 'cross' ? recall(learned, question.folded) : null;
  const withVote = (): Float64Array =>
    vote ? hideIn(addProbabilities(views.slice(), vote, learnedWeight(learned!.examples)), snapshot.hidden) : views.slice();
  lookAgain(views, bestUnits(withVote(), LOOKED_AT), { kind, folded: question.folded, seen: looks, texts: snapshot.texts });
  const fused = withVote();

  const preferred = prefer(fused, units.slotOf, preference);
  const best = bestUnits(preferred, Math.max(limit, 1) + 1); // one more: the last hit may have passed it
  const [top] = best;
  const hits = best.slice(0, limit).map((unit, at): Hit => {
    const hit = { id: units.idOf[unit]!, score: preferred[unit]! };
    return best.slice(at + 1).some((other) => isBefore(fused, other, unit)) ? { ...hit, preferred: true } : hit;
  });
  const terms = looks[0]!.terms.length + looks[1]!.terms.length;
  if (top === undefined) return { hits, features: null, terms };

  const evidence = looks.map(({ stream, terms, view, weight }, i): ViewEvidence => {
    return { view, terms, weight, isInTop: i < 2 ? termsOfUnit(stream, terms, top) : [] };
  });
  // By the words alone: what is preferred among equals is no surer for it.
  const second = bestUnits(fused, 2).find((unit) => unit !== top);
  const fitted = (unit: number): number => views[unit]! + (vote ? FITTED_LEARNED_WEIGHT * (vote.byUnit.get(unit) ?? vote.others) : 0);
  const scores = { first: fitted(top), second: second === undefined ? 0 : fitted(second) };
  return { hits, features: featuresOf(evidence, top, scores, vote?.byUnit.get(top) ?? null), terms };
}

/** Whether the words alone would put this unit first: by the order of bestUnits. */
const isBefore = (scores: Float64Array, unit: number, other: number): boolean =>
  scores[unit]! > scores[other]! || (scores[unit] === scores[other] && unit < other);

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
function kindFor({ japanese, units }: Snapshot, { kind }: Question, look: Look): QuestionKind {
  const knows = ([main]: Recipe): boolean => knownShare(look(main).terms) >= WORDS_KNOWN;
  if (kind === 'japanese') return knows(RECIPES.japanese) ? 'japanese' : 'kana';
  if (kind === 'sound') return knows(RECIPES.kana) ? 'kana' : 'sound';
  if (kind !== 'english' || japanese.size === 0) return kind;
  return japanese.size >= MOSTLY_JAPANESE * units.slotOf.size ? 'cross' : 'english';
}

function makeLook({ streams, units, hidden }: Snapshot, question: Question): Look {
  const termsOfStream = once((stream: Stream) => termsOf(stream, question, !question.isLetter));
  const seen = once((name: `${Stream}/${Scope}`): Seen => {
    const [streamName, scope] = name.split('/') as [Stream, Scope];
    const stream = streams[streamName];
    const view = stream.views[SCOPES.indexOf(scope)]!;
    const terms = queryTerms(stream, view, termsOfStream(streamName), units.slotOf.size);
    return { stream, terms, view: hideInView(scoreView(stream, view, terms), hidden) };
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
