import { cutText, foldText } from '../../platform/text/fold.ts';
import { sharedGlosser } from '../../platform/text/glossary/glosser.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { sharedTokenizer, type Tokenizer } from '../../platform/text/tokenizer.ts';
import { changeStreams, emptyStreams, type Tools } from './change-streams.ts';
import { lessonOf } from './classifier/lessons.rules.ts';
import { createTeacher, type Teacher } from './classifier/teacher.ts';
import { textOf } from './closer-look.rules.ts';
import { type OwnWord, putIn } from './own-synonyms.rules.ts';
import type { Preference } from './preference.rules.ts';
import { MAX_RAW, readQuestion } from './question.ts';
import { rank, type Snapshot } from './rank.ts';
import type { Entry, SearchIndex, Terms } from './search.types.ts';
import { freeze, markOf, thaw } from './stored-index.ts';
import { termsOf } from './terms.rules.ts';
import { changeUnits, emptyUnits } from './units.ts';

/** Everything an index is made of. */
type Contents = {
  snapshot: Snapshot;
  marks: ReadonlyMap<string, string>;
  own: OwnWord[][];
  preference: () => Preference;
  teacher: Teacher | null;
};

const NO_PREFERENCE: Preference = new Map();

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
  glosser = sharedGlosser(),
): Promise<SearchIndex> {
  glosser.warm();
  const known = kept ? await thaw(kept) : null;
  const marks = known?.marks ?? new Map<string, string>();
  const snapshot: Snapshot = {
    units: known?.units ?? emptyUnits(),
    streams: known?.streams ?? emptyStreams(),
    japanese: known?.japanese ?? new Set(),
    texts: known?.texts ?? new Map(),
    learned: null,
  };
  const wanted = new Set(entries.map(({ id }) => id));
  const changed = entries.filter((entry) => marks.get(entry.id) !== markOf(entry));
  const changedIds = new Set(changed.map(({ id }) => id));
  const same = entries.filter(({ id }) => !changedIds.has(id));
  const index = makeIndex(
    { snapshot, marks, own: [], preference: () => NO_PREFERENCE, teacher: null },
    { tokenizer, glosser },
    changed.length,
  );
  index.teach(new Map(same.map((entry) => [snapshot.units.slotOf.get(entry.id)!, lessonOf(entry)])));
  await index.update({ put: changed, remove: [...marks.keys()].filter((id) => !wanted.has(id)) });
  if (!known) await index.settled();
  return index;
}

function makeIndex(from: Contents, tools: Tools, analysedAnew: number): SearchIndex & Pick<Teacher, 'teach'> {
  let { snapshot, own, preference } = from;
  const marks = new Map(from.marks);
  let lastChange: Promise<unknown> = Promise.resolve();
  const onLearned = (): void => {
    snapshot = { ...snapshot, learned: teacher.learned() };
  };
  const teacher: Teacher = from.teacher ? from.teacher.copy(onLearned) : createTeacher(onLearned);

  async function change(put: Entry[], remove: string[]): Promise<void> {
    const unique = [...new Map(put.map((entry) => [entry.id, entry])).values()];
    const slots = changeUnits(
      snapshot.units,
      unique.map(({ id }) => id),
      remove,
    );
    const streams = await changeStreams(snapshot.streams, unique, slots, tools);
    const gone = [...slots.dropped].map((slot) => [slot, null] as const);
    const taught = unique.map((entry, i) => [slots.slots[i]!, lessonOf(entry)] as const);
    teacher.teach(new Map([...gone, ...taught]));
    const japanese = new Set([...snapshot.japanese].filter((slot) => !slots.dropped.has(slot)));
    for (const [i, entry] of unique.entries()) if (isJapanese(entry)) japanese.add(slots.slots[i]!);
    const texts = new Map([...snapshot.texts].filter(([slot]) => !slots.dropped.has(slot)));
    for (const [i, { question, answer }] of unique.entries())
      texts.set(slots.slots[i]!, textOf({ question: foldText(question), answer: foldText(answer) }));
    snapshot = { units: slots.units, streams, japanese, texts, learned: teacher.learned() };
    for (const id of remove) marks.delete(id);
    for (const entry of unique) marks.set(entry.id, markOf(entry));
  }

  const update: SearchIndex['update'] = ({ put = [], remove = [] }) => {
    const done = lastChange.then(() => change(put, remove));
    lastChange = done.catch(() => undefined); // a failed change is its caller's concern, not that of the next one
    return done;
  };

  /** Whether some entry has all of these words. */
  const isKnown = (terms: Terms): boolean => {
    const { vocabulary, views } = snapshot.streams.words;
    return terms.length > 0 && terms.every((term) => (views[0]?.documents[vocabulary.get(term) ?? -1] ?? 0) > 0);
  };

  return {
    analysedAnew,
    get size() {
      return snapshot.units.slotOf.size;
    },
    has: (id) => snapshot.units.slotOf.has(id),
    search: async (question, { limit, hidden: hiddenIds }) => {
      const folded = own.length > 0 ? putIn(foldText(cutText(question, MAX_RAW)), own, isKnown) : question;
      const read = await readQuestion(folded, tools.tokenizer);
      return rank(hiddenIds ? hiding(snapshot, hiddenIds) : snapshot, read, limit, preference());
    },
    setSynonyms: async (groups) => {
      own = await ownWords(groups, tools.tokenizer);
    },
    setPreference: (latest) => {
      preference = latest;
    },
    teach: teacher.teach,
    update,
    fork: async () => {
      await lastChange;
      return makeIndex({ snapshot, marks, own, preference, teacher }, tools, 0);
    },
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

const hiding = (snapshot: Snapshot, ids: ReadonlySet<string>): Snapshot => {
  const { slotOf } = snapshot.units;
  return { ...snapshot, hidden: new Set([...ids].flatMap((id) => slotOf.get(id) ?? [])) };
};

/** The company's groups with their words as the index has them. */
async function ownWords(groups: readonly (readonly string[])[], tokenizer: Tokenizer): Promise<OwnWord[][]> {
  const folded = groups.map((words) => words.map(foldText));
  const tokens = await tokenizer.analyseAll(folded.flat());
  let at = 0;
  return folded.map((words) =>
    words.map((word) => ({ folded: word, terms: termsOf('words', { folded: word, meanings: [], tokens: tokens[at++] ?? [] }) })),
  );
}

const isJapanese = ({ question, answer }: Entry): boolean => hasCjk(question) || hasCjk(answer);
