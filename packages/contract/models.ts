import { z } from 'zod';
import { personText } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Prices are per million tokens, in `currency`; null: not known, so nothing is added up. */
const price = z.number().min(0).max(1_000_000).nullable();
/** An address as people paste it: with or without the path of the chat API. */
const address = personText(300).refine((text) => text === '' || /^https?:\/\/[^\s]+$/.test(text), 'url.malformed');

export const modelSettings = z.object({
  /** The base of an OpenAI-compatible API, such as https://models.example/v1; '' while none is set. */
  url: z.string(),
  model: z.string(),
  /** Whether a key is kept. The key itself never leaves the server again. */
  hasKey: z.boolean(),
  enabled: z.boolean(),
  timeLimitMs: z.number().int().min(1000).max(60_000),
  priceIn: price,
  priceOut: price,
  /** ISO 4217, three letters. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type ModelSettings = z.infer<typeof modelSettings>;

const place = z.object({
  url: address,
  model: personText(200),
  /** Left out: the kept key stays, as long as the address stays on the same server. '' removes it. */
  key: personText(500).optional(),
  timeLimitMs: modelSettings.shape.timeLimitMs,
});

export const getModelSettings = endpoint('GET', '/api/model-settings', {
  summary: 'Which language model may be asked',
  response: modelSettings,
});
export const putModelSettings = endpoint('PUT', '/api/model-settings', {
  summary: 'Choose the language model, or none',
  body: place.extend(modelSettings.pick({ enabled: true, priceIn: true, priceOut: true, currency: true }).shape),
  response: modelSettings,
});

/** How a call ended. `unmatched`: nothing of the reply stood in the articles; `bad_answer`: it was not in the form asked for. */
export const modelOutcome = z.enum(['ok', 'timeout', 'refused', 'error', 'unmatched', 'bad_answer']);
export type ModelOutcome = z.infer<typeof modelOutcome>;

/** Why a call brought no reply, as far as can be told from outside. */
export const modelFailure = z.enum([
  'not_set',
  'address_refused',
  'unreachable',
  'timeout',
  'key_refused',
  'not_found',
  'too_many',
  'server_error',
  'refused',
  'no_reply',
]);
export type ModelFailure = z.infer<typeof modelFailure>;

export const testModel = endpoint('POST', '/api/model-settings/test', {
  summary: 'Really ask the model one small question, with the settings given or else those kept',
  body: place.partial(),
  response: z.object({
    ok: z.boolean(),
    model: z.string(),
    ms: z.number().int(),
    /** What the model said, at most 300 characters. */
    said: z.string().nullable(),
    failure: modelFailure.nullable(),
    /** What the endpoint said about the failure, at most 300 characters. */
    detail: z.string().nullable(),
    tokensIn: z.number().int().nullable(),
    tokensOut: z.number().int().nullable(),
  }),
});

const counted = {
  calls: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  /** In `currency`; calls made without a price, or while another currency was set, add nothing. */
  cost: z.number(),
};
export const modelUsage = endpoint('GET', '/api/model-usage', {
  summary: 'What was asked of the model: per day and purpose, and how it ended',
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: z.object({
    currency: z.string(),
    total: z.object(counted),
    /** Days of the workspace’s time zone, the latest first. */
    days: z.array(z.object({ day: z.iso.date(), purpose: z.string(), ...counted })),
    /** Of answers: without trials of the connection and embeddings. */
    outcomes: z.array(z.object({ outcome: modelOutcome, calls: z.number().int() })),
  }),
});
