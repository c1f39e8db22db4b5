import { setImmediate } from 'node:timers/promises';
import { cutText, foldText } from '../../platform/text/fold.ts';
import { type Glosser, sharedGlosser } from '../../platform/text/glossary/glosser.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { sharedTokenizer, type Tokenizer } from '../../platform/text/tokenizer.ts';
import { lessonOf } from './classifier/lessons.rules.ts';
import { createTeacher } from './classifier/teacher.ts';
import { meaningsFor } from './meanings.ts';
import { type OwnWord, putIn } from './own-synonyms.rules.ts';
import { MAX_RAW, readQuestion, withMeanings } from './question.ts';
import { rank, type Snapshot, type Streams } from './rank.ts';
import { SCOPE_WEIGHTS, SCOPES } from './recipe.ts';
import type { Entry, SearchIndex, Stream, Terms } from './search.types.ts';
import { freeze, markOf, thaw } from './stored-index.ts';
import { addUnit, changeStream, emptyStream, type FieldWeights, noAdditions } from './stream-index.ts';
import { type AnalysedText, GLOSS_GRAIN, STREAMS, termsOf } from './terms.rules.ts';
import { changeUnits, emptyUnits, type SlotChange } from './units.ts';

type Tools = { tokenizer: Tokenizer; glosser: Glosser };

/** Entries whose words are held at a time. */
const STEP = 20;
const viewWeights = (stream: Stream): FieldWeights[] =>
  SCOPES.map((scope) => SCOPE_WEIGHTS[scope].map((weight) => (stream === 'gloss' ? weight / GLOSS_GRAIN : weight)));

/**
 * An index over the entries, in memory; of entries with the same id the last counts. Takes about 20 µs per Japanese character
 * in the tokenizer's thread and little on this one, and some seconds for thousands of examples in one more thread.
 * Rejects with TokenizerStopped when the tokenizer ends meanwhile.
 * `kept`: the bytes of an earlier index; only what has changed since is analysed, and what examples teach is learned again in the background.
 */
export async function buildIndex(
  entries: Entry[],
  tokenizer: Tokenizer = sharedTokenizer(),
  kept?: Buffer,
  glosser: Glosser = sharedGlosser(),
): Promise<SearchIndex> {
  glosser.warm();
  const known = kept ? await thaw(kept) : null;
  const marks = known?.marks ?? new Map<string, string>();
  let snapshot: Snapshot = {
    units: known?.units ?? emptyUnits(),
    streams: known?.streams ?? forEachStream(emptyStream),
    japanese: known?.japanese ?? new Set(),
    learned: null,
  };
  let lastChange: Promise<unknown> = Promise.resolve();
  const teacher = createTeacher(() => {
    snapshot = { ...snapshot, learned: teacher.learned() };
  });

  async function change(put: Entry[], remove: string[]): Promise<void> {
    const unique = [...new Map(put.map((entry) => [entry.id, entry])).values()];
    const slots = changeUnits(
      snapshot.units,
      unique.map(({ id }) => id),
      remove,
    );
    const streams = await changeStreams(snapshot.streams, unique, slots, { tokenizer, glosser });
    const gone = [...slots.dropped].map((slot) => [slot, null] as const);
    const taught = unique.map((entry, i) => [slots.slots[i]!, lessonOf(entry)] as const);
    teacher.teach(new Map([...gone, ...taught]));
    const japanese = new Set([...snapshot.japanese].filter((slot) => !slots.dropped.has(slot)));
    for (const [i, entry] of unique.entries()) if (isJapanese(entry)) japanese.add(slots.slots[i]!);
    snapshot = { units: slots.units, streams, japanese, learned: teacher.learned() };
    for (const id of remove) marks.delete(id);
    for (const entry of unique) marks.set(entry.id, markOf(entry));
  }

  const update: SearchIndex['update'] = ({ put = [], remove = [] }) => {
    const done = lastChange.then(() => change(put, remove));
    lastChange = done.catch(() => undefined); // a failed change is its caller's concern, not that of the next one
    return done;
  };

  let own: OwnWord[][] = [];
  /** Whether some entry has all of these words. */
  const isKnown = (terms: Terms): boolean => {
    const { vocabulary, views } = snapshot.streams.words;
    return terms.length > 0 && terms.every((term) => (views[0]?.documents[vocabulary.get(term) ?? -1] ?? 0) > 0);
  };

  const wanted = new Set(entries.map(({ id }) => id));
  const changed = entries.filter((entry) => marks.get(entry.id) !== markOf(entry));
  const changedIds = new Set(changed.map(({ id }) => id));
  const same = entries.filter(({ id }) => !changedIds.has(id));
  teacher.teach(new Map(same.map((entry) => [snapshot.units.slotOf.get(entry.id)!, lessonOf(entry)])));
  await update({ put: changed, remove: [...marks.keys()].filter((id) => !wanted.has(id)) });
  if (!known) await teacher.settled();
  return {
    analysedAnew: changed.length,
    get size() {
      return snapshot.units.slotOf.size;
    },
    search: async (question, { limit }) => {
      const folded = own.length > 0 ? putIn(foldText(cutText(question, MAX_RAW)), own, isKnown) : question;
      return rank(snapshot, await readQuestion(folded, tokenizer), limit);
    },
    setSynonyms: async (groups) => {
      own = await ownWords(groups, tokenizer);
    },
    update,
    freeze: async () => {
      await lastChange;
      return freeze({ ...snapshot, marks });
    },
    settled: async () => {
      await lastChange;
      await teacher.settled();
    },
  };
}

async function changeStreams(old: Streams, entries: Entry[], { units, dropped, slots }: SlotChange, tools: Tools): Promise<Streams> {
  const added = forEachStream(noAdditions);
  for (let from = 0; from < entries.length; from += STEP) {
    const analysed = await analyseEntries(entries.slice(from, from + STEP), tools);
    for (const [i, fields] of analysed.entries()) {
      for (const stream of STREAMS) {
        const terms = fields.map((texts) => texts.map((text) => termsOf(stream, text)));
        addUnit(old[stream], added[stream], slots[from + i]!, terms);
      }
      await setImmediate(); // an entry may be a long manual
    }
  }
  const changed = { ...old };
  for (const stream of STREAMS) {
    changed[stream] = changeStream(old[stream], dropped, added[stream], units.idOf.length, viewWeights(stream));
    added[stream] = noAdditions(); // its memory is as large as the stream's own
    await setImmediate();
  }
  return changed;
}

/** The company's groups with their words as the index has them. */
async function ownWords(groups: readonly (readonly string[])[], tokenizer: Tokenizer): Promise<OwnWord[][]> {
  const folded = groups.map((words) => words.map(foldText));
  const tokens = await tokenizer.analyseAll(folded.flat());
  let at = 0;
  return folded.map((words) =>
    words.map((word) => ({ folded: word, terms: termsOf('words', { folded: word, meanings: [], tokens: tokens[at++] ?? [] }) })),
  );
}

/** By entry, by field in the order of SCOPE_WEIGHTS: its texts, folded and looked up. */
async function analyseEntries(entries: Entry[], { tokenizer, glosser }: Tools): Promise<AnalysedText[][][]> {
  const folded = entries.map(({ question, answer, category = '', examples = [] }) =>
    [[question], [answer], [category], examples].map((texts) => texts.map(foldText)),
  );
  const tokens = await tokenizer.analyseAll(folded.flat(2).map((text) => (hasCjk(text) ? text : '')));
  const glosses = await glosser.glossAll(tokens);
  const meanings = await meaningsFor(tokenizer);
  let at = -1;
  const analysed = (text: string) => {
    at += 1;
    return withMeanings({ folded: text, tokens: tokens[at] ?? [], gloss: glosses[at] ?? [] }, meanings);
  };
  return folded.map((fields) => fields.map((texts) => texts.map(analysed)));
}

const isJapanese = ({ question, answer }: Entry): boolean => hasCjk(question) || hasCjk(answer);

function forEachStream<T>(make: () => T): Record<Stream, T> {
  return { words: make(), chars: make(), readings: make(), latin: make(), grams: make(), gloss: make(), meanings: make() };
}
