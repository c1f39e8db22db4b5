import { z } from 'zod';
import { id, idParam, page, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * What happened with a person. asked, settled: a conversation (`text`: its subject) · page: where they were when they asked (`detail`: its address) · article:
 * what they were shown (`detail`: the article's id) · rated (`detail`: scale:rating; `text`: their comment) · proved: an address (`channel`: its
 * kind) · noted, merged: by colleagues (`detail`: who) · ordered, returned: bought with an address they proved (`text`: the order's number, `detail`: its id).
 */
export const timelineEntry = z.object({
  kind: z.enum(['asked', 'settled', 'page', 'article', 'rated', 'proved', 'noted', 'merged', 'ordered', 'returned']),
  id: z.string(),
  at: time,
  conversation: z.object({ id: id('cnv'), number: z.number().int() }).nullable(),
  channel: z.string().nullable(),
  text: z.string(),
  detail: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const customerTimeline = endpoint('GET', '/api/customers/:id/timeline', {
  summary: 'What happened with a person on every channel, the latest first',
  params: idParam('cus'),
  query: z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: page(timelineEntry),
});

/** One JSON file. `internal` is what colleagues wrote of the person. */
export const exportCustomer = endpoint('GET', '/api/customers/:id/export', {
  summary: 'Everything about a person as a file',
  params: idParam('cus'),
  response: z.looseObject({ format: z.literal('madoguchi.person.1'), exportedAt: time }),
});

/** Asked before erasing, by whoever may erase: `held` while a legal hold keeps the person, somebody merged with them, or a conversation of theirs. */
export const readErasable = endpoint('GET', '/api/customers/:id/erasable', {
  summary: 'Whether a legal hold keeps a person from being erased',
  params: idParam('cus'),
  response: z.object({ held: z.boolean() }),
});

/** Names, addresses, messages, files, notes: all of it, also of everybody merged into them. It cannot be undone. */
export const eraseCustomer = endpoint('DELETE', '/api/customers/:id', {
  summary: 'Take everything about a person away; ids and figures stay',
  params: idParam('cus'),
});
