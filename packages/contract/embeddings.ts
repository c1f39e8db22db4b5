import { z } from 'zod';
import { personText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { modelFailure } from './models.ts';

/** An address as people paste it: with or without the path of the embeddings API. */
const address = personText(300).refine((text) => text === '' || /^https?:\/\/[^\s]+$/.test(text), 'url.malformed');

/** Where the model runs: behind an address, or on this server itself. */
const embeddingSource = z.enum(['endpoint', 'local']);
export type EmbeddingSource = z.infer<typeof embeddingSource>;

export const embeddingSettings = z.object({
  source: embeddingSource,
  /** The base of an OpenAI-compatible API, such as https://models.example/v1; '' while none is set. */
  url: z.string(),
  model: z.string(),
  /** Whether a key is kept. The key itself never leaves the server again. */
  hasKey: z.boolean(),
  enabled: z.boolean(),
  /** How long a customer's question may wait for its vector; after that the words alone answer. */
  timeLimitMs: z.number().int().min(200).max(10_000),
  /** Per million tokens, in the currency of the language model's prices; null: not known. */
  price: z.number().min(0).max(1_000_000).nullable(),
});
export type EmbeddingSettings = z.infer<typeof embeddingSettings>;

const place = z.object({
  url: address,
  model: personText(200),
  /** Left out: the kept key stays, as long as the address stays on the same server. '' removes it. */
  key: personText(500).optional(),
});

export const getEmbeddingSettings = endpoint('GET', '/api/embedding-settings', {
  summary: 'Which embedding model may be asked',
  response: embeddingSettings,
});
export const putEmbeddingSettings = endpoint('PUT', '/api/embedding-settings', {
  summary: 'Choose the embedding model, or none',
  /** With the server's own model, address, name and key are of no use and are not kept. */
  body: place.extend({
    source: embeddingSource.default('endpoint'),
    ...embeddingSettings.pick({ enabled: true, timeLimitMs: true, price: true }).shape,
  }),
  response: embeddingSettings,
});

/**
 * Why a call brought no vectors. `bad_vectors`: too few, of different widths, empty, or not numbers; `width_changed`: of another width
 * than those of the articles. Of the server's own model: `no_folder` (none is named), `model_missing`, `tokenizer_missing`, `model_broken` (the files
 * cannot be used), `runtime_missing` (onnxruntime-web is not installed), `crashed` (its thread ended; it is started again).
 */
export const embeddingFailure = z.enum([
  ...modelFailure.options,
  'bad_vectors',
  'width_changed',
  'no_folder',
  'model_missing',
  'tokenizer_missing',
  'model_broken',
  'runtime_missing',
  'crashed',
]);
export type EmbeddingFailure = z.infer<typeof embeddingFailure>;

export const testEmbeddings = endpoint('POST', '/api/embedding-settings/test', {
  summary: 'Really ask for the vectors of one short text, with the settings given or else those kept',
  body: place.partial().extend({ source: embeddingSource.optional() }),
  response: z.object({
    ok: z.boolean(),
    model: z.string(),
    ms: z.number().int(),
    /** Numbers in a vector. */
    width: z.number().int().nullable(),
    failure: embeddingFailure.nullable(),
    /** What the endpoint said about the failure, at most 300 characters. */
    detail: z.string().nullable(),
    tokens: z.number().int().nullable(),
  }),
});

const localModelState = z.object({
  model: z
    .object({
      /** With the fingerprint of its files. */
      name: z.string(),
      /** Size of the model file. */
      bytes: z.number().int(),
      /** Tokens of a text it looks at. */
      maxTokens: z.number().int(),
      /** What is put before every question and every passage. */
      prefixes: z.object({ kind: z.enum(['none', 'e5', 'custom']), query: z.string(), passage: z.string() }),
    })
    .nullable(),
  failure: embeddingFailure.nullable(),
  detail: z.string().nullable(),
});
export type LocalModelState = z.infer<typeof localModelState>;

export const getLocalModel = endpoint('GET', '/api/embedding-settings/local', {
  summary: 'The model this server has of its own, as its files say; it is not loaded for that',
  response: localModelState,
});

const vectorSet = z.object({
  model: z.string(),
  /** Null until the first vector came. */
  width: z.number().int().nullable(),
  /** Articles with a vector. */
  articles: z.number().int(),
});

export const embeddingState = endpoint('GET', '/api/embedding-state', {
  summary: 'How far the articles are embedded, and what went wrong last',
  response: z.object({
    /** Articles that can be found. */
    articles: z.number().int(),
    /** The vectors questions are compared with. */
    inUse: vectorSet.nullable(),
    /** Those that will take their place when they are whole. */
    next: vectorSet.nullable(),
    /** What went wrong last; null after a success. It is tried again by itself. */
    failure: embeddingFailure.nullable(),
    detail: z.string().nullable(),
    failedAt: z.iso.datetime().nullable(),
  }),
});
