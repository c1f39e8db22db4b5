import { fact } from '../../platform/event-log/fact.ts';

/** Vectors of these articles in the set in use were written or taken out. */
export const articleVectorsWritten = fact('article_vectors.written', 1)<{ setId: string; articleIds: string[] }>();
/** Another set is in use now: whole, of this model. */
export const articleVectorsSwitched = fact('article_vectors.switched', 1)<{ setId: string; model: string; width: number }>();
/** A question got a vector of another width than the articles have: they may have to be embedded anew. */
export const articleVectorsDoubted = fact('article_vectors.doubted', 1)<{ setId: string }>();
