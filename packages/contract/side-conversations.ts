import { z } from 'zod';
import { attachment, id, idParam, limits, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** waiting: for them · answered: our turn · done */
const sideState = z.enum(['waiting', 'answered', 'done']);

export const sideMessage = z.object({
  id: id('sdm'),
  seq: z.number().int(),
  direction: z.enum(['out', 'in']),
  /** auto_reply: a machine of theirs wrote. bounce: their server says that ours did not arrive. */
  kind: z.enum(['message', 'auto_reply', 'bounce']),
  author: z.object({ id: z.string().nullable(), name: z.string() }),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  text: z.string(),
  /** What their mail repeated of earlier ones. */
  quoted: z.string(),
  files: z.array(attachment),
  delivery: z.enum(['queued', 'sent', 'failed', 'received']),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** Whether the sender's address is proven. */
  verified: z.boolean(),
  /** It came from somebody who was not written to. */
  stranger: z.boolean(),
  /** How it was known where it belongs: token, references, guess. */
  joinedBy: z.string().nullable(),
  at: time,
});
export type SideMessage = z.infer<typeof sideMessage>;

export const sideConversation = z.object({
  id: id('sid'),
  conversationId: id('cnv'),
  inbox: z.object({ id: id('ibx'), name: z.string() }),
  subject: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  state: sideState,
  unread: z.boolean(),
  startedBy: z.string(),
  createdAt: time,
  lastAt: time,
  messages: z.array(sideMessage),
});
export type SideConversation = z.infer<typeof sideConversation>;

const addresses = z.array(personText(320).min(3)).max(20);
const said = {
  text: personText(limits.messageCharacters).min(1),
  /** Messages of the conversation that are repeated below the text. */
  quotes: z.array(id('msg')).max(20).default([]),
  /** Files of the conversation that go along, and the agent's own uploads. */
  attachmentIds: z.array(id('att')).max(10).default([]),
  /** Chosen by the client, so that a retry is the same write. */
  idempotencyKey: z.string().min(8).max(100),
};

export const listSideConversations = endpoint('GET', '/api/conversations/:id/side-conversations', {
  summary: 'What was asked of others beside a conversation, oldest first; the customer sees none of it',
  params: idParam('cnv'),
  response: z.object({ items: z.array(sideConversation) }),
});

export const listSideInboxes = endpoint('GET', '/api/conversations/:id/side-inboxes', {
  summary: 'The mailboxes a side conversation can be written from, the fitting one first',
  params: idParam('cnv'),
  response: z.object({ items: z.array(z.object({ id: id('ibx'), name: z.string(), address: z.string() })) }),
});

/** 409 side.address_of_customer: the customer is to see nothing of this. 413 side.files_too_large above 20 MB together. */
export const startSideConversation = endpoint('POST', '/api/conversations/:id/side-conversations', {
  summary: 'Ask somebody else by e-mail, unseen by the customer',
  params: idParam('cnv'),
  body: z.object({ inboxId: id('ibx'), to: addresses.min(1), cc: addresses.default([]), subject: personText(200).min(1), ...said }),
  response: sideConversation,
  status: 201,
});

export const writeSideMessage = endpoint('POST', '/api/side-conversations/:id/messages', {
  summary: 'Write again to those who were asked',
  params: idParam('sid'),
  body: z.object({ to: addresses.min(1).optional(), cc: addresses.optional(), ...said }),
  response: sideConversation,
  status: 201,
});

export const setSideState = endpoint('PUT', '/api/side-conversations/:id/state', {
  summary: 'Declare it done, or not',
  params: idParam('sid'),
  body: z.object({ state: z.enum(['waiting', 'done']) }),
  response: sideConversation,
});

export const markSideSeen = endpoint('PUT', '/api/side-conversations/:id/seen', {
  summary: 'Somebody here has looked at what they wrote',
  params: idParam('sid'),
});

export const retrySideMessage = endpoint('POST', '/api/side-messages/:id/retry', {
  summary: 'Send once more what could not go out',
  params: idParam('sdm'),
  response: sideConversation,
});
