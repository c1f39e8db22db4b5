import { type Embed, searchByMeaning } from '../../apps/server/src/knowledge/search/meaning/search-by-meaning.ts';
import { makeVectors } from '../../apps/server/src/knowledge/search/meaning/vectors.ts';
import type { Entry, SearchIndex } from '../../apps/server/src/knowledge/search/search.types.ts';
import { batchesOf, type Part, partsOf } from '../../apps/server/src/knowledge/vectors/texts.rules.ts';
import { askEmbeddings } from '../../apps/server/src/models/embeddings/ask-embeddings.ts';
import { baseOf } from '../../apps/server/src/models/hosts.rules.ts';
import { InputError } from './question-sets.ts';

export type Search = SearchIndex['search'];

const ARTICLES_MS = 60_000;
/** As a workspace has it by default: a question that waits longer is answered by words. */
const QUESTION_MS = 1500;

/** Embeds all entries as an installation does, and searches by words and by meaning. @throws InputError */
export async function searchWithEmbeddings(
  index: SearchIndex,
  entries: readonly Entry[],
  { url: address, model }: { url: string; model: string },
): Promise<Search> {
  // Whoever runs this vouches for the address.
  const hosts = URL.canParse(address) ? [new URL(address).hostname] : [];
  const url = baseOf(address, hosts);
  if (url === null) throw new InputError(`--embeddings: not an address: ${address}`);
  const key = process.env.EMBEDDING_KEY ?? null;
  const ask = askEmbeddings(hosts);
  const place = { url, model, key };
  const startedAt = performance.now();

  const embedded: { part: Part; vector: Float32Array }[] = [];
  for (const batch of batchesOf(entries.flatMap(partsOf))) {
    const texts = batch.map(({ text }) => text);
    const { vectors, failure, detail } = await ask({ ...place, timeLimitMs: ARTICLES_MS }, texts);
    if (failure !== null) throw new InputError(`embedding the entries: ${[failure, detail].filter(Boolean).join(', ')}`);
    embedded.push(...batch.map((part, at) => ({ part, vector: vectors[at]! })));
  }
  const width = embedded[0]?.vector.length ?? 1;
  if (embedded.some(({ vector }) => vector.length !== width)) throw new InputError('embedding the entries: the width changed');
  const vectors = makeVectors(width, embedded.length);
  for (const [id, parts] of Map.groupBy(embedded, ({ part }) => part.articleId))
    vectors.put(
      id,
      parts.map(({ vector }) => vector),
    );
  console.error(`vectors: ${embedded.length} of ${width} numbers in ${((performance.now() - startedAt) / 1000).toFixed(2)} s`);

  const embed: Embed = async (question) => (await ask({ ...place, timeLimitMs: QUESTION_MS }, [question])).vectors[0] ?? null;
  return (question, options) => searchByMeaning(index, vectors, embed, question, options);
}
