import { z } from 'zod';
import { id, idParam, time } from './common.ts';
import { customer, customerSummary } from './customers.ts';
import { endpoint } from './endpoint.ts';

/**
 * Why two may be the same person. email, phone, address_of_channel: the same address, `proved` when each side proved it or read a code there,
 * else typed by one of them · name_and_address, name_and_organization, name_and_reading: what the company knows is the same.
 */
export const duplicateReason = z.object({
  kind: z.enum(['email', 'phone', 'address_of_channel', 'name_and_address', 'name_and_organization', 'name_and_reading']),
  value: z.string(),
  proved: z.boolean(),
});
export type DuplicateReason = z.infer<typeof duplicateReason>;

export const duplicate = z.object({
  customer: customerSummary.extend({ email: z.string().nullable(), phone: z.string().nullable(), lastSeenAt: time.nullable() }),
  /** The strongest first. */
  reasons: z.array(duplicateReason),
});
export type Duplicate = z.infer<typeof duplicate>;

export const listDuplicates = endpoint('GET', '/api/customers/:id/duplicates', {
  summary: 'Who may be the same person, and why; the likeliest first, at most 5',
  params: idParam('cus'),
  response: z.object({ items: z.array(duplicate) }),
});

export const listAllDuplicates = endpoint('GET', '/api/customer-duplicates', {
  summary: 'Pairs of customers with the same address, or the same name and postal address; at most 50',
  response: z.object({ items: z.array(duplicate.extend({ of: customerSummary })) }),
});

/** The other one goes to this one: conversations, addresses and notes of both are one person's from now on. 409 customer.merge_refused for a circle. */
export const mergeCustomer = endpoint('POST', '/api/customers/:id/merges', {
  summary: 'Say that another customer is the same person; can be taken back',
  params: idParam('cus'),
  body: z.object({ otherId: id('cus') }),
  response: z.object({ mergeId: id('mrg'), customer }),
});

export const undoMerge = endpoint('DELETE', '/api/customer-merges/:id', {
  summary: 'Take a merge back: both are who they were, what came meanwhile goes to whom it came from',
  params: idParam('mrg'),
  response: customer,
});

export const distinguishCustomer = endpoint('PUT', '/api/customers/:id/distinctions/:otherId', {
  summary: 'Say that two who are alike are not the same person: they are not proposed again',
  params: z.object({ id: id('cus'), otherId: id('cus') }),
  body: z.object({ distinct: z.boolean() }),
});
