import { fieldWeight } from './bm25.rules.ts';
import { countOneMore, MAX_FIELDS, maskOf } from './field-counts.ts';
import { addPosting, emptyList, emptyPostings, mergePostings, type PostingList, type Postings } from './postings.ts';
import type { Terms } from './search.types.ts';

/** How much an occurrence in each field counts; 0 leaves the field out. At most MAX_FIELDS. */
export type FieldWeights = readonly number[];

/** A stream seen through field weights, with everything a question needs worked out beforehand. */
export type View = {
  /** Of the fields that take part. */
  mask: number;
  /** unit × MAX_FIELDS: weight of one occurrence there, with the length of the field taken into account. */
  weights: Float32Array;
  /** By term: in how many units the view's fields have it. */
  documents: Uint32Array;
};

/** All texts of all units in one stream. Never changed, save that the vocabulary takes in new terms. */
export type StreamIndex = {
  vocabulary: Map<string, number>;
  postings: Postings;
  /** unit × MAX_FIELDS: terms in the field. */
  lengths: Uint32Array;
  /** unit × MAX_FIELDS: how many texts the field holds: one, or as many as there are examples; 0 when it has no terms. */
  texts: Uint32Array;
  views: View[];
};

/** Units counted for a stream and not yet part of it. */
export type Additions = { list: PostingList; fields: Map<number, { length: number; texts: number }[]> };

export function emptyStream(): StreamIndex {
  return { vocabulary: new Map(), postings: emptyPostings(), lengths: new Uint32Array(0), texts: new Uint32Array(0), views: [] };
}

export function noAdditions(): Additions {
  return { list: emptyList(), fields: new Map() };
}

/** Counts a unit's terms, field by field, text by text. Terms not met before enter the vocabulary. */
export function addUnit({ vocabulary }: StreamIndex, additions: Additions, unit: number, fields: Terms[][]): void {
  const counts = new Map<number, number>();
  for (const [field, texts] of fields.entries()) {
    for (const term of texts.flat()) {
      let id = vocabulary.get(term);
      if (id === undefined) {
        id = vocabulary.size;
        vocabulary.set(term, id);
      }
      counts.set(id, countOneMore(counts.get(id) ?? 0, field));
    }
  }
  for (const [term, count] of counts) addPosting(additions.list, unit, term, count);
  additions.fields.set(
    unit,
    fields.map((texts) => ({ length: texts.flat().length, texts: texts.filter((terms) => terms.length > 0).length })),
  );
}

/** The stream with some units dropped and some added; a unit in both is replaced. `unitCount` is one more than the highest unit. */
export function changeStream(
  stream: StreamIndex,
  dropped: ReadonlySet<number>,
  added: Additions,
  unitCount: number,
  viewWeights: readonly FieldWeights[],
): StreamIndex {
  const { vocabulary } = stream;
  const postings = mergePostings(stream.postings, dropped, added.list, vocabulary.size);
  const lengths = new Uint32Array(unitCount * MAX_FIELDS);
  const texts = new Uint32Array(unitCount * MAX_FIELDS);
  lengths.set(stream.lengths);
  texts.set(stream.texts);
  for (const unit of dropped) {
    lengths.fill(0, unit * MAX_FIELDS, (unit + 1) * MAX_FIELDS);
    texts.fill(0, unit * MAX_FIELDS, (unit + 1) * MAX_FIELDS);
  }
  for (const [unit, fields] of added.fields) {
    for (const [field, filled] of fields.entries()) {
      lengths[unit * MAX_FIELDS + field] = filled.length;
      texts[unit * MAX_FIELDS + field] = filled.texts;
    }
  }
  return { vocabulary, postings, lengths, texts, views: viewWeights.map((weights) => makeView(postings, lengths, texts, weights)) };
}

function makeView({ starts, counts }: Postings, lengths: Uint32Array, texts: Uint32Array, fieldWeights: FieldWeights): View {
  const mask = maskOf(fieldWeights);
  const weights = new Float32Array(lengths.length);
  for (const [field, weight] of fieldWeights.entries()) {
    if (weight === 0) continue;
    const average = averageLength(lengths, texts, field);
    for (let at = field; at < lengths.length; at += MAX_FIELDS) weights[at] = fieldWeight(weight, lengths[at]!, average);
  }
  const documents = new Uint32Array(starts.length - 1);
  for (let term = 0; term < documents.length; term++) {
    let having = 0;
    for (let i = starts[term]!; i < starts[term + 1]!; i++) if ((counts[i]! & mask) !== 0) having += 1;
    documents[term] = having;
  }
  return { mask, weights, documents };
}

/**
 * Of one text: empty fields say nothing about how long the others usually are, and an entry with a hundred examples must weigh
 * like a typical one of them, or it would bury every entry that has none.
 */
function averageLength(lengths: Uint32Array, texts: Uint32Array, field: number): number {
  let sum = 0;
  let count = 0;
  for (let at = field; at < lengths.length; at += MAX_FIELDS) {
    sum += lengths[at]!;
    count += texts[at]!;
  }
  return count === 0 ? 0 : sum / count;
}
