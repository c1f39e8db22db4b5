import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** conversations: words and files of what is resolved or closed, in months · payloads, searches, audit: in days. */
export const retentionKind = z.enum(['conversations', 'payloads', 'searches', 'audit']);
export type RetentionKind = z.infer<typeof retentionKind>;

const took = z.object({ count: z.number().int(), files: z.number().int() });

export const retentionRule = z.object({
  kind: retentionKind,
  /** Months for conversations, else days; null: for ever. */
  keep: z.number().int().nullable(),
  /** Nothing goes before then. */
  firstRunAt: time.nullable(),
  setBy: z.string().nullable(),
  lastRunAt: time.nullable(),
  lastTook: took.nullable(),
});
export type RetentionRule = z.infer<typeof retentionRule>;

export const readRetention = endpoint('GET', '/api/retention', {
  summary: 'How long what is kept is kept',
  response: z.object({ items: z.array(retentionRule) }),
});

/** Switched on or made shorter, the first run comes seven days later. 400 retention.too_short. */
export const setRetention = endpoint('PUT', '/api/retention/:kind', {
  summary: 'Set how long a kind of thing is kept; null for ever',
  params: z.object({ kind: retentionKind }),
  body: z.object({ keep: z.number().int().min(1).max(3650).nullable() }),
  response: retentionRule,
});

export const previewRetention = endpoint('GET', '/api/retention/:kind/preview', {
  summary: 'What would go at once under a period, and what is held back',
  params: z.object({ kind: retentionKind }),
  query: z.object({ keep: z.coerce.number().int().min(1).max(3650) }),
  response: took.extend({ messages: z.number().int(), held: z.number().int() }),
});

export const legalHold = z.object({
  id: id('hld'),
  customer: z.object({ id: id('cus'), name: z.string() }).nullable(),
  conversation: z.object({ id: id('cnv'), number: z.number().int(), subject: z.string() }).nullable(),
  reason: z.string(),
  placedBy: z.string(),
  placedAt: time,
});
export type LegalHold = z.infer<typeof legalHold>;

export const listHolds = endpoint('GET', '/api/legal-holds', {
  summary: 'What may not be erased, by hand or by time; newest first',
  response: z.object({ items: z.array(legalHold) }),
});

export const placeHold = endpoint('POST', '/api/legal-holds', {
  summary: 'Keep everything of a customer, or a conversation, from being erased',
  body: z.object({
    about: z.union([z.object({ customerId: id('cus') }), z.object({ conversationNumber: z.number().int().min(1) })]),
    reason: personText(500).min(1),
  }),
  response: legalHold,
  status: 201,
});

export const liftHold = endpoint('DELETE', '/api/legal-holds/:id', { summary: 'Let it be erased again', params: idParam('hld') });
