import type { EmbeddingFailure } from '@madoguchi/contract/embeddings.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { ModelPlace } from '../models.types.ts';

/** What came back: a vector of length 1 for each text, all of one width; none exactly when `failure` says why. */
export type EmbeddingReply = {
  vectors: Float32Array[];
  failure: EmbeddingFailure | null;
  /** What the endpoint said about a failure, cut short and without the key. */
  detail: string | null;
  /** The endpoint understood and would not take these texts (too many, too long): fewer or shorter ones may do. */
  isRefused: boolean;
  ms: number;
  tokens: number | null;
};

/** Asks one endpoint for the vectors of some texts; never throws, and ends within the time limit. */
export type AskEmbeddings = (place: ModelPlace, texts: readonly string[], signal?: AbortSignal) => Promise<EmbeddingReply>;

/** Which vectors: those of one model at one address compare, others do not. The server's own model is at LOCAL_URL, with its fingerprint in its name. */
export type EmbeddingSpace = { url: string; model: string };

/** The workspace's embedding model, behind one door. Without one that is switched on nothing is sent. */
export type Embeddings = {
  /** The model that is set and switched on; null: none. */
  space: (ctx: Ctx) => Promise<EmbeddingSpace | null>;
  /** Tells when the server's own model is another one or works again. Returns how to stop listening. */
  watchLocal: (changed: () => void) => () => void;
  /** Loads the server's own model before anybody asks; an endpoint is left alone. */
  warm: (space: EmbeddingSpace) => Promise<void>;
  /** The vectors of texts of articles, in the background: at most 64 texts. Null when no model is on. */
  embedArticles: (ctx: Ctx, texts: readonly string[], signal: AbortSignal) => Promise<(EmbeddingReply & { space: EmbeddingSpace }) | null>;
  /**
   * The vector of a customer's question, masked before it leaves, in the space that is asked for: it may be an older model's, as long
   * as it is on the server that is set now, or the server's own. Null when that is not so, when the endpoint rests after failures, or is late or fails.
   */
  embedQuestion: (ctx: Ctx, space: EmbeddingSpace & { width: number }, text: string) => Promise<QuestionVector>;
};

/** `changedWidth`: the model answered with vectors of another width, so those of the articles are no longer good. */
export type QuestionVector = { vector: Float32Array | null; changedWidth: boolean };
