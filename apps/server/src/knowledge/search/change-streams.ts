import { setImmediate } from 'node:timers/promises';
import { foldText } from '../../platform/text/fold.ts';
import type { Glosser } from '../../platform/text/glossary/glosser.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import type { Tokenizer } from '../../platform/text/tokenizer.ts';
import { meaningsFor } from './meanings.ts';
import { withMeanings } from './question.ts';
import type { Streams } from './rank.ts';
import { SCOPE_WEIGHTS, SCOPES } from './recipe.ts';
import type { Entry, Stream } from './search.types.ts';
import { addUnit, changeStream, emptyStream, type FieldWeights, noAdditions } from './stream-index.ts';
import { type AnalysedText, GLOSS_GRAIN, STREAMS, termsOf } from './terms.rules.ts';
import type { SlotChange } from './units.ts';

export type Tools = { tokenizer: Tokenizer; glosser: Glosser };

/** Entries whose words are held at a time. */
const STEP = 20;
const viewWeights = (stream: Stream): FieldWeights[] =>
  SCOPES.map((scope) => SCOPE_WEIGHTS[scope].map((weight) => (stream === 'gloss' ? weight / GLOSS_GRAIN : weight)));

export const emptyStreams = (): Streams => forEachStream(emptyStream);

/** The streams with the entries put into their slots, and what was in the dropped ones taken out. Others may go on reading the old ones. */
export async function changeStreams(old: Streams, entries: Entry[], { units, dropped, slots }: SlotChange, tools: Tools): Promise<Streams> {
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

function forEachStream<T>(make: () => T): Record<Stream, T> {
  return { words: make(), chars: make(), readings: make(), latin: make(), grams: make(), gloss: make(), meanings: make() };
}
