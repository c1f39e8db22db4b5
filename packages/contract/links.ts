import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * For the company's own server, once it has signed somebody in who came to connect a channel with their member's account: the nonce to lead
 * them back to the platform with. Good once, for ten minutes.
 */
export const createAccountLink = endpoint('POST', '/api/inboxes/:id/account-links', {
  summary: 'A nonce that stands for a signed-in member of the company',
  params: idParam('ibx'),
  body: z.object({
    externalId: personText(200).min(1),
    name: personText(100).optional(),
    reading: personText(100).optional(),
    email: z.email().max(254).optional(),
  }),
  response: z.object({ nonce: z.string(), expiresAt: time }),
  status: 201,
});

/** 409 link.unavailable: the inbox's channel cannot be gone on to, or does not know its own address yet. */
export const createContinuation = endpoint('POST', '/api/conversations/:id/continuations', {
  summary: 'An address at which the customer goes on with a conversation over another channel',
  params: idParam('cnv'),
  body: z.object({ inboxId: id('ibx') }),
  response: z.object({
    url: z.string(),
    expiresAt: time,
    /** A sentence with the address in the customer’s language, to be sent to them as it is. */
    text: z.string(),
  }),
  status: 201,
});

/** 409 link.undone_already: nothing joined that line to the conversation lately, or it was undone meanwhile. */
export const undoContinuation = endpoint('POST', '/api/conversations/:id/continuations/undo', {
  summary: 'Takes a line that a link joined away from the conversation again',
  params: idParam('cnv'),
  body: z.object({ threadId: id('thr') }),
  response: z.object({ threadId: id('thr') }),
});
