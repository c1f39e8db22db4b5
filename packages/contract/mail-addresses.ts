import { z } from 'zod';
import { idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What tells a customer that their mail arrived. Variables as in canned responses: {{customer.name}}, {{conversation.number}} … */
export const acknowledgementWords = z.object({ subject: personText(200), text: personText(5000) });
export type AcknowledgementWords = z.infer<typeof acknowledgementWords>;

/** An address of a mailbox with words of its own. What is empty is said as the inbox's settings say; so is a language that is missing. */
export const mailAddress = z.object({
  address: z
    .string()
    .max(254)
    .regex(/^[^\s@<>",]+@[^\s@<>",]+$/),
  /** The sender's name, as mail programs show it. */
  name: personText(100),
  signature: personText(5000),
  acknowledgements: z.object({ ja: acknowledgementWords.optional(), en: acknowledgementWords.optional() }),
});
export type MailAddress = z.infer<typeof mailAddress>;

/** The first is the main one: it is written from where nothing says which, and its mailbox is the inbox's. */
export const mailAddresses = z.object({ items: z.array(mailAddress).max(50) });

export const listMailAddresses = endpoint('GET', '/api/inboxes/:id/addresses', {
  summary: 'The addresses of an e-mail inbox, the main one first; none before it is set up',
  params: idParam('ibx'),
  response: mailAddresses,
});

/** 400 addresses.doubled names the one that stands there twice (member `address`); 404 for inboxes of other channels. */
export const saveMailAddresses = endpoint('PUT', '/api/inboxes/:id/addresses', {
  summary: 'Set the addresses of an e-mail inbox, the main one first',
  params: idParam('ibx'),
  body: z.object({ items: z.array(mailAddress).min(1).max(50) }),
  response: mailAddresses,
});
