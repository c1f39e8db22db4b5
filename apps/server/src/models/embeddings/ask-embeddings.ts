import { endpointFetch } from '../endpoint-fetch.ts';
import { failureOf, ofStatus } from '../failures.ts';
import type { ModelHosts } from '../hosts.rules.ts';
import type { AskEmbeddings, EmbeddingReply } from './embeddings.types.ts';
import { tokensIn, vectorsIn } from './vectors.rules.ts';

/** 64 vectors of 4,096 numbers as JSON. */
const MOST_BYTES = 8_000_000;
/** How endpoints say that texts are too many or too long. */
const TOO_MUCH = new Set([400, 413, 422]);

/** Asks an OpenAI-compatible endpoint (POST /embeddings with {model, input}) once. */
export const askEmbeddings =
  (hosts: ModelHosts): AskEmbeddings =>
  async ({ url, model, key, timeLimitMs }, texts, signal) => {
    const began = performance.now();
    const ended = (reply: Partial<EmbeddingReply>): EmbeddingReply => {
      const detail = reply.detail && key ? reply.detail.replaceAll(key, '…') : (reply.detail ?? null);
      return { vectors: [], failure: null, isRefused: false, tokens: null, ...reply, detail, ms: Math.round(performance.now() - began) };
    };
    try {
      const response = await endpointFetch(
        hosts,
        timeLimitMs,
        MOST_BYTES,
      )(`${url}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ model, input: texts }),
        ...(signal ? { signal } : {}),
      });
      const body = await response.text();
      if (!response.ok) return ended({ ...ofStatus(response.status, saidIn(body)), isRefused: TOO_MUCH.has(response.status) });
      const answer: unknown = JSON.parse(body);
      const vectors = vectorsIn(answer, texts.length);
      return vectors ? ended({ vectors, tokens: tokensIn(answer) }) : ended({ failure: 'bad_vectors', tokens: tokensIn(answer) });
    } catch (error) {
      return ended(failureOf(error));
    }
  };

/** An error as OpenAI words it ({error: {message}}), or else the text itself. */
function saidIn(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } };
    return typeof error?.message === 'string' ? error.message : body;
  } catch {
    return body;
  }
}
