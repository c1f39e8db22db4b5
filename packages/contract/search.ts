import { z } from 'zod';
import { orderState } from './commerce.ts';
import { id, time } from './common.ts';
import { conversation } from './conversations.ts';
import { customerSummary } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { articleHit } from './knowledge.ts';

/** A text and where in it is what was searched for: [from, to) in UTF-16 units, in order, apart from each other. */
export const marked = z.object({ text: z.string(), ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])) });
export type Marked = z.infer<typeof marked>;

export const searchKind = z.enum(['conversations', 'customers', 'articles', 'orders']);
export type SearchKind = z.infer<typeof searchKind>;

/** What in a conversation was found, as far as it is one message; a find by subject, number, tag or customer has none. */
export const foundMessage = z.object({
  id: id('msg'),
  kind: z.enum(['message', 'note']),
  author: z.object({ kind: z.enum(['customer', 'agent', 'bot', 'system']), name: z.string() }),
  at: time,
  snippet: marked,
});

export const foundConversation = z.object({ conversation, subject: marked, message: foundMessage.nullable() });
export type FoundConversation = z.infer<typeof foundConversation>;

export const foundCustomer = customerSummary.extend({
  markedName: marked,
  markedReading: marked,
  /** The address, number or attribute by which they were found; an address otherwise; null when nothing is known of them. */
  detail: marked.nullable(),
});
export type FoundCustomer = z.infer<typeof foundCustomer>;

export const foundArticle = articleHit.pick({ articleId: true, audience: true, url: true }).extend({ question: marked, answer: marked });
export type FoundArticle = z.infer<typeof foundArticle>;

/** Found by its number, or by a parcel's. `customer`: who proved the address it was bought with. */
export const foundOrder = z.object({
  id: id('ord'),
  number: marked,
  trackingNumber: marked.nullable(),
  state: orderState,
  placedAt: time,
  total: z.string(),
  currency: z.string(),
  buyerName: z.string(),
  customer: z.object({ id: id('cus'), name: z.string() }).nullable(),
});
export type FoundOrder = z.infer<typeof foundOrder>;

/** `count`: of those the viewer may see; `isMore`: there are more than were counted. */
const group = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), count: z.number().int(), isMore: z.boolean(), nextCursor: z.string().nullable() });

const day = z.iso.datetime({ offset: true });

export const searchEverything = endpoint('GET', '/api/search', {
  summary: 'Find conversations, customers, articles and orders; newest first, what is behind the viewer’s fence neither found nor counted',
  query: z.object({
    /** Words in any form, "exact words", -unwanted, #number, telephone numbers in any notation, addresses. */
    q: z.string().max(200),
    /** Which groups are wanted, with commas between; all by default. */
    kinds: z
      .string()
      .regex(/^(conversations|customers|articles|orders)(,(conversations|customers|articles|orders))*$/)
      .default('conversations,customers,articles,orders'),
    /** These narrow conversations down: when it was said, over which channel and inbox, who has it now. */
    from: day.optional(),
    to: day.optional(),
    channel: z.string().max(40).optional(),
    inbox: id('ibx').optional(),
    agent: id('agt').optional(),
    /** `yes`: spam too, which is left out otherwise. */
    spam: z.enum(['yes', 'no']).default('no'),
    /** Of conversations. */
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({
    conversations: group(foundConversation).nullable(),
    customers: group(foundCustomer).nullable(),
    articles: group(foundArticle).nullable(),
    orders: group(foundOrder).nullable(),
  }),
});

/** `done` of `total` messages, conversations and customers are written into the search; what comes in is found within a second meanwhile. */
export const searchBuild = endpoint('GET', '/api/search/build', {
  summary: 'How far the search has read what was there before',
  response: z.object({
    isFinished: z.boolean(),
    done: z.number().int(),
    total: z.number().int(),
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
  }),
});
export const rebuildSearch = endpoint('POST', '/api/search/build', {
  summary: 'Read everything anew; the search goes on working meanwhile, and asking again begins again',
  response: searchBuild.response,
});
