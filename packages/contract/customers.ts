import { z } from 'zod';
import { id, idParam, locale, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const customerSummary = z.object({ id: id('cus'), name: z.string(), reading: z.string() });
export type CustomerSummary = z.infer<typeof customerSummary>;

export const identity = z.object({
  id: id('idn'),
  /**
   * visitor: a browser · external: the company's own customer number, proven by signature · email · phone · the others: the platform's
   * own id of the person, proven by its signature. `api` ids are another system's.
   */
  kind: z.enum([
    'visitor',
    'external',
    'email',
    'phone',
    'line',
    'messenger',
    'instagram',
    'whatsapp',
    'telegram',
    'x',
    'bluesky',
    'mastodon',
    'api',
  ]),
  value: z.string(),
  verified: z.boolean(),
  source: z.string(),
});
export type Identity = z.infer<typeof identity>;

/** As it is written on a letter. `postalCode`: 600-8001, or as it was typed where it is none of Japan's. */
export const address = z.object({
  postalCode: z.string(),
  prefecture: z.string(),
  city: z.string(),
  street: z.string(),
  building: z.string(),
});
export type Address = z.infer<typeof address>;

/** A customer who was merged into this one, by whom and why; taken back by `id`. */
export const standingMerge = z.object({
  id: id('mrg'),
  customer: customerSummary.extend({ identityIds: z.array(id('idn')) }),
  because: z.array(z.string()),
  mergedBy: z.string(),
  mergedAt: time,
});

export const customer = customerSummary.extend({
  locale: locale.nullable(),
  identities: z.array(identity),
  attributes: z.record(z.string(), z.string()),
  organization: z.object({ id: id('org'), name: z.string() }).nullable(),
  tags: z.array(z.string()),
  /** Null while nobody wrote one. */
  address: address.nullable(),
  merged: z.array(standingMerge),
  /** All that was theirs is gone since then. */
  erasedAt: time.nullable(),
  createdAt: time,
  lastSeenAt: time.nullable(),
});
export type Customer = z.infer<typeof customer>;

export const customerRow = customerSummary.extend({
  lastSeenAt: time.nullable(),
  createdAt: time,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organization: z.string().nullable(),
  tags: z.array(z.string()),
  prefecture: z.string(),
  attributes: z.record(z.string(), z.string()),
});

/** What a list of customers is narrowed down by; kept under a name it is a segment. */
export const customerFilter = z.object({
  q: z.string().max(200).optional(),
  tag: personText(40).optional(),
  organizationId: id('org').optional(),
  prefecture: personText(40).optional(),
  locale: locale.optional(),
  /** An attribute and what it is; an empty value: whatever it is, but there. */
  attribute: personText(50).optional(),
  attributeValue: personText(500).optional(),
  /** An address of this kind is on file. */
  reachableBy: identity.shape.kind.optional(),
  seenWithinDays: z.coerce.number().int().min(1).max(3650).optional(),
  notSeenForDays: z.coerce.number().int().min(1).max(3650).optional(),
});
export type CustomerFilter = z.infer<typeof customerFilter>;

export const listCustomers = endpoint('GET', '/api/customers', {
  summary: 'Customers, found by name, reading (in kana or Latin letters), address or telephone number',
  query: customerFilter.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(customerRow),
});

export const countCustomers = endpoint('GET', '/api/customers/count', {
  summary: 'How many customers a filter holds, counted up to 10,000',
  query: customerFilter,
  response: z.object({ count: z.number().int() }),
});

export const getCustomer = endpoint('GET', '/api/customers/:id', {
  summary: 'A customer with identities and attributes',
  params: idParam('cus'),
  response: customer,
});

export const updateCustomer = endpoint('PATCH', '/api/customers/:id', {
  summary: 'Change what is known of a customer',
  params: idParam('cus'),
  body: z.object({
    name: personText(100).optional(),
    reading: personText(100).optional(),
    /** All of them. */
    attributes: z.record(personText(50), personText(500)).optional(),
    /** Only these: null takes one away. */
    attributeChanges: z.record(personText(50).min(1), personText(500).nullable()).optional(),
    organizationId: id('org').nullable().optional(),
    tags: z.array(personText(40).min(1)).max(30).optional(),
    address: z
      .object({
        postalCode: personText(20),
        prefecture: personText(40),
        city: personText(80),
        street: personText(200),
        building: personText(200),
      })
      .nullable()
      .optional(),
    /** An address as it stands on a letter; it is split into its parts. */
    addressLine: personText(300).optional(),
  }),
  response: customer,
});
