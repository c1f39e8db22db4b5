import { z } from 'zod';
import { attachment, id, limits, locale, personText, time } from './common.ts';
import { visitedPage } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { block, choice } from './messages.ts';

/** A message as the customer may see it: no notes, nothing held or withdrawn. */
export const chatMessage = z.object({
  id: id('msg'),
  seq: z.number().int(),
  author: z.object({ kind: z.enum(['customer', 'agent', 'bot', 'system']), name: z.string() }),
  text: z.string(),
  blocks: z.array(block),
  attachments: z.array(attachment),
  at: time,
  /** The messenger's own id for what it sent. */
  externalId: z.string().nullable(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** Where a customer stands who waits for people. `waitMinutes` null: nobody answers now; `to` equal to `from`: about that long, null: that long or more. */
export const chatQueue = z.object({
  /** From 1: the next. */
  place: z.number().int().min(1),
  waitMinutes: z.object({ from: z.number().int(), to: z.number().int().nullable() }).nullable(),
});
export type ChatQueue = z.infer<typeof chatQueue>;

export const chatConversation = z.object({
  id: id('cnv'),
  number: z.number().int(),
  status: z.enum(['open', 'waiting', 'resolved', 'closed']),
  handledBy: z.enum(['bot', 'human']),
  /** Who answers, once a person does. */
  agentName: z.string().nullable(),
  /** Agents have read up to here: 既読. */
  agentSeenSeq: z.number().int(),
  /** The place in the queue while nobody has answered or taken the conversation; null before and after. */
  queue: chatQueue.nullable(),
});
export type ChatConversation = z.infer<typeof chatConversation>;

export const chatSession = z.object({
  /** Signed visitor token: keep it, send it as `Authorization: Bearer`. */
  token: z.string(),
  workspace: z.object({ name: z.string(), color: z.string(), greeting: z.string(), replyMinutes: z.number().int() }),
  /** Whether people answer now, and when they next will. */
  hours: z.object({ open: z.boolean(), opensAt: time.nullable(), timezone: z.string() }),
  customer: z.object({ name: z.string(), hasEmail: z.boolean(), identified: z.boolean() }),
  conversation: chatConversation.nullable(),
  messages: z.array(chatMessage),
  limits: z.object({ messageCharacters: z.number(), attachmentBytes: z.number(), attachmentTypes: z.array(z.string()) }),
  helpUrl: z.string(),
});
export type ChatSession = z.infer<typeof chatSession>;

/**
 * Opens or continues a visitor's session. A forged or foreign token is 401 visitor.token_invalid: drop it and start again.
 * `identity` is a JWT (HS256, the inbox's identity secret) with sub, exp and optionally name, reading, email.
 */
export const startChat = endpoint('POST', '/api/chat/:key/session', {
  summary: 'Open or continue the messenger of an inbox',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({ token: z.string().max(2000).nullish(), identity: z.string().max(4000).nullish(), locale, page: visitedPage.nullish() }),
  response: chatSession,
});

/** Idempotent by externalId. 429 visitor.too_many when a visitor floods. */
export const sendChatMessage = endpoint('POST', '/api/chat/:key/messages', {
  summary: 'Say something as the visitor; opens a conversation when none is open',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({
    externalId: z.string().min(8).max(100),
    text: personText(limits.messageCharacters),
    choice: choice.nullish(),
    attachmentIds: z.array(id('att')).max(limits.attachmentsPerMessage).default([]),
    page: visitedPage.nullish(),
    locale,
  }),
  response: z.object({ message: chatMessage, conversation: chatConversation }),
  status: 201,
});

export const getChat = endpoint('GET', '/api/chat/:key/conversation', {
  summary: 'The visitor’s conversation and its last messages; asked after every reconnect',
  params: z.object({ key: z.string().max(60) }),
  response: z.object({ conversation: chatConversation.nullable(), messages: z.array(chatMessage) }),
});

export const leaveChatEmail = endpoint('PUT', '/api/chat/:key/email', {
  summary: 'Leave an e-mail address for a late answer (claimed, not verified)',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({ email: z.email().max(254) }),
});

export const markChatSeen = endpoint('PUT', '/api/chat/:key/seen', {
  summary: 'The visitor has read up to a sequence number',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({ seq: z.number().int().min(0) }),
});

export const uploadChatAttachment = endpoint('POST', '/api/chat/:key/attachments', {
  summary: 'Upload an image or PDF to send',
  upload: true,
  params: z.object({ key: z.string().max(60) }),
  response: attachment,
  status: 201,
});

export const searchChatArticles = endpoint('GET', '/api/chat/:key/articles', {
  summary: 'Search the help center from the messenger; without q, the most read',
  params: z.object({ key: z.string().max(60) }),
  query: z.object({ q: z.string().max(300).optional(), locale: locale.default('ja') }),
  response: z.object({ articles: z.array(z.object({ title: z.string(), url: z.string(), excerpt: z.string() })) }),
});

export const submitForm = endpoint('POST', '/api/form/:key', {
  summary: 'Send the contact form; idempotent by externalId',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({
    externalId: z.string().min(8).max(100),
    name: personText(100).min(1),
    email: z.email().max(254),
    subject: personText(200).min(1),
    text: personText(limits.messageCharacters).min(1),
    locale,
    /** A field people do not see; programs that fill it are turned away. */
    website: z.string().max(500).default(''),
  }),
  response: z.object({ number: z.number().int(), inquiryUrl: z.string() }),
  status: 201,
});
