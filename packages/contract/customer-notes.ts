import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What colleagues should know of a customer; the customer never sees it. */
export const customerNote = z.object({
  id: id('cnt'),
  text: z.string(),
  author: z.object({ id: z.string().nullable(), name: z.string() }),
  at: time,
  editedAt: time.nullable(),
});
export type CustomerNote = z.infer<typeof customerNote>;

const text = personText(5000).min(1);
export const listCustomerNotes = endpoint('GET', '/api/customers/:id/notes', {
  summary: 'Notes on a person, the latest first',
  params: idParam('cus'),
  response: z.object({ items: z.array(customerNote) }),
});
export const addCustomerNote = endpoint('POST', '/api/customers/:id/notes', {
  summary: 'Write a note on a customer',
  params: idParam('cus'),
  body: z.object({ text }),
  response: customerNote,
  status: 201,
});
export const editCustomerNote = endpoint('PUT', '/api/customer-notes/:id', {
  summary: 'Change a note',
  params: idParam('cnt'),
  body: z.object({ text }),
  response: customerNote,
});
export const deleteCustomerNote = endpoint('DELETE', '/api/customer-notes/:id', { summary: 'Remove a note', params: idParam('cnt') });
