import { z } from 'zod';
import { id, idParam, locale, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const customerSummary = z.object({ id: id('cus'), name: z.string(), reading: z.string() });

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

export const customer = customerSummary.extend({
  locale: locale.nullable(),
  identities: z.array(identity),
  attributes: z.record(z.string(), z.string()),
  createdAt: time,
  lastSeenAt: time.nullable(),
});
export type Customer = z.infer<typeof customer>;

export const listCustomers = endpoint('GET', '/api/customers', {
  summary: 'Customers, found by name, reading or address',
  query: z.object({
    q: z.string().max(200).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(customerSummary.extend({ lastSeenAt: time.nullable(), createdAt: time, email: z.string().nullable() })),
});

export const getCustomer = endpoint('GET', '/api/customers/:id', {
  summary: 'A customer with identities and attributes',
  params: idParam('cus'),
  response: customer,
});

export const updateCustomer = endpoint('PATCH', '/api/customers/:id', {
  summary: 'Change name, reading or attributes',
  params: idParam('cus'),
  body: z.object({
    name: personText(100).optional(),
    reading: personText(100).optional(),
    attributes: z.record(personText(50), personText(500)).optional(),
  }),
  response: customer,
});
