import { setImmediate } from 'node:timers/promises';
import { foldText } from '../../platform/text/fold.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { sharedTokenizer, type Tokenizer } from '../../platform/text/tokenizer.ts';
import { isSameLesson, learn, lessonOf } from './classifier/lessons.ts';
import { readQuestion } from './question.ts';
import { rank, type Snapshot } from './rank.ts';
import { FIELDS, SCOPE_WEIGHTS, SCOPES } from './recipe.ts';
import type { Entry, SearchIndex, Stream } from './search.types.ts';
import { addUnit, changeStream, emptyStream, noAdditions } from './stream-index.ts';
import { type AnalysedText, STREAMS, termsOf } from './terms.rules.ts';
import { changeUnits, emptyUnits } from './units.ts';

/** Entries analysed before other work gets its turn. */
const STEP = 20;
const VIEW_WEIGHTS = SCOPES.map((scope) => SCOPE_WEIGHTS[scope]);

/**
 * An index over the entries, in memory; of entries with the same id the last counts. Takes about 40 µs per Japanese character
 * in the tokenizer's thread and little on this one. Rejects with TokenizerStopped when the tokenizer ends meanwhile.
 */
export async function buildIndex(entries: Entry[], tokenizer: Tokenizer = sharedTokenizer()): Promise<SearchIndex> {
  let snapshot = emptySnapshot();
  let lastChange: Promise<unknown> = Promise.resolve();

  const update: SearchIndex['update'] = ({ put = [], remove = [] }) => {
    const change = lastChange.then(async () => {
      snapshot = await changeSnapshot(snapshot, put, remove, tokenizer);
    });
    lastChange = change.catch(() => undefined); // a failed change is its caller's concern, not that of the next one
    return change;
  };

  await update({ put: entries });
  return {
    get size() {
      return snapshot.units.slotOf.size;
    },
    search: async (question, { limit }) => rank(snapshot, await readQuestion(question, tokenizer), limit),
    update,
  };
}

function emptySnapshot(): Snapshot {
  return { units: emptyUnits(), streams: forEachStream(emptyStream), lessons: new Map(), learned: null };
}

async function changeSnapshot(old: Snapshot, put: Entry[], remove: string[], tokenizer: Tokenizer): Promise<Snapshot> {
  const entries = [...new Map(put.map((entry) => [entry.id, entry])).values()];
  const { units, dropped, slots } = changeUnits(
    old.units,
    entries.map(({ id }) => id),
    remove,
  );
  const added = forEachStream(noAdditions);
  for (let from = 0; from < entries.length; from += STEP) {
    const analysed = await analyseEntries(entries.slice(from, from + STEP), tokenizer);
    for (const [i, fields] of analysed.entries()) {
      for (const stream of STREAMS) {
        const terms = fields.map((texts) => texts.map((text) => termsOf(stream, text)));
        addUnit(old.streams[stream], added[stream], slots[from + i]!, terms);
      }
    }
    await setImmediate();
  }
  const streams = { ...old.streams };
  for (const stream of STREAMS) {
    streams[stream] = changeStream(old.streams[stream], dropped, added[stream], units.idOf.length, VIEW_WEIGHTS);
    added[stream] = noAdditions(); // its memory is as large as the stream's own
    await setImmediate();
  }
  const lessons = new Map(old.lessons);
  for (const slot of dropped) lessons.delete(slot);
  for (const [i, slot] of slots.entries()) lessons.set(slot, lessonOf(entries[i]!));
  const isTaughtTheSame = [...dropped, ...slots].every((slot) => isSameLesson(old.lessons.get(slot), lessons.get(slot)));
  return { units, streams, lessons, learned: isTaughtTheSame ? old.learned : await learn(lessons) };
}

/** By entry, by field in the order of FIELDS: its texts, folded and looked up. */
async function analyseEntries(entries: Entry[], tokenizer: Tokenizer): Promise<AnalysedText[][][]> {
  const folded = entries.map(({ question, answer, category = '', examples = [] }) =>
    [[question], [answer], [category], examples].map((texts) => texts.map(foldText)),
  );
  const tokens = await tokenizer.analyseAll(folded.flat(2).map((text) => (hasCjk(text) ? text : '')));
  let at = 0;
  return folded.map((fields) => fields.map((texts) => texts.map((text) => ({ folded: text, tokens: tokens[at++] ?? [] }))));
}

function forEachStream<T>(make: () => T): Record<Stream, T> {
  return { words: make(), chars: make(), readings: make(), latin: make(), grams: make() };
}
