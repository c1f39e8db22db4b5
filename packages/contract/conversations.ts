import { z } from 'zod';
import { id, idParam, limits, locale, page, personText, time } from './common.ts';
import { customer, customerSummary } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { botStep, mention, message, timelineFact } from './messages.ts';

export const status = z.enum(['open', 'waiting', 'resolved', 'closed']);
export type Status = z.infer<typeof status>;

/** How soon a conversation should be looked at, the least pressing first. */
export const priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof priority>;

/** The lists on the left of the desk, each a question: whose turn is it? */
export const view = z.enum(['new', 'mine', 'due', 'all', 'bot', 'waiting', 'resolved', 'snoozed', 'following', 'approval', 'spam']);
export type View = z.infer<typeof view>;

/** `due`: the soonest promise first; what has none comes last, and is left out of the view `all`. */
export const listOrder = z.enum(['activity', 'due']);
export type ListOrder = z.infer<typeof listOrder>;

const named = z.object({ id: z.string(), name: z.string() });

/** The soonest promise to the customer that is still to be kept, in danger from `warnAt` and broken from `at` on. */
export const due = z.object({ at: time, warnAt: time, promise: z.enum(['first_response', 'next_response', 'resolution']) });
export type Due = z.infer<typeof due>;

/** Why a conversation is spam: who said so, what spoke for it, and the entry of the block list that its sender is under. */
export const spamMark = z.object({
  by: z.enum(['agent', 'filter', 'block_list']),
  at: time,
  /** How sure the filter was, 0 to 1. */
  score: z.number().nullable(),
  /** Words of the message itself. */
  words: z.array(z.string()),
  /** What else was odd, by name: `dmarc_fail`, `reply_elsewhere` … */
  signs: z.array(z.string()),
  block: z.object({ kind: z.string(), value: z.string() }).nullable(),
});

/** How the customer sounds, by words and rules; wrong at times. `words`: what spoke for it, in the message's own words, folded. */
export const mood = z.object({ state: z.enum(['angry', 'displeased']), words: z.array(z.string()) });
export type Mood = z.infer<typeof mood>;

export const conversation = z.object({
  id: id('cnv'),
  number: z.number().int(),
  subject: z.string(),
  status,
  handledBy: z.enum(['bot', 'human']),
  /** True once an agent has replied, noted or taken it: 未対応 becomes 対応中. */
  agentActed: z.boolean(),
  channel: z.string(),
  inbox: named,
  customer: customerSummary,
  assignee: z.object({ agent: named.nullable(), team: named.nullable() }),
  tags: z.array(z.string()),
  priority,
  preview: z.string(),
  previewAuthor: z.enum(['customer', 'agent', 'bot', 'system']),
  locale,
  lastSeq: z.number().int(),
  /** The customer has read up to here. */
  customerSeenSeq: z.number().int(),
  lastActivityAt: time,
  /** Since when the customer waits for us; null when it is not our turn. */
  waitingSince: time.nullable(),
  createdAt: time,
  resolvedAt: time.nullable(),
  /** Null: nothing is promised, or the clock stands still. */
  due: due.nullable(),
  /** Set while it is spam: then it is in no view but that of its own. */
  spam: spamMark.nullable(),
  /** Out of the views but `all` and `due` until then; without a time, until the customer writes. */
  snoozed: z.object({ at: time, until: time.nullable() }).nullable(),
  /** The conversation it went on in: then it is in no view. */
  mergedInto: id('cnv').nullable(),
  /** Agents who are told what happens in it, besides whoever has it. */
  followerIds: z.array(z.string()),
  /** A reply in it waits for somebody to approve it. */
  awaitsApproval: z.boolean(),
  /** What the company wants to know of it, by the key of its definition (GET /api/attributes, subject conversation). */
  fields: z.record(z.string(), z.string()),
  /** By the last words of the customer that said anything of it; null also when a person said that it is not so. */
  mood: mood.nullable(),
});
export type Conversation = z.infer<typeof conversation>;

/** The page of the customer company's site on which the visitor is. */
export const visitedPage = z.object({ url: z.string().max(2000), title: z.string().max(300) });

const shortConversation = z.object({ id: id('cnv'), number: z.number().int(), subject: z.string(), mergeId: id('cmg').nullable() });
const joinedConversation = shortConversation.extend({
  channel: z.string(),
  openedAt: time,
  /** When it was merged. */
  at: time,
  messages: z.number().int(),
});
export type JoinedConversation = z.infer<typeof joinedConversation>;

export const conversationDetail = z.object({
  conversation,
  customer,
  page: visitedPage.nullable(),
  messages: z.array(message),
  facts: z.array(timelineFact),
  botSteps: z.array(botStep),
  /** More messages exist before the first one here. */
  hasEarlier: z.boolean(),
  /** Conversations that went on in this one, and whose words stand there. */
  joined: z.array(joinedConversation),
  /** Where this one goes on. Without a merge it was put back there after a split. */
  wentOn: shortConversation.nullable(),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

/** Counts stop at 1,000: a screen shows 999+. */
export const counts = z.record(view, z.number().int());
export type Counts = z.infer<typeof counts>;

const byId = idParam('cnv');
/** Chosen by the client, so that a retry is the same write. */
const idempotencyKey = z.string().min(8).max(100);
const attachmentIds = z.array(id('att')).max(limits.attachmentsPerMessage).default([]);

export const listConversations = endpoint('GET', '/api/conversations', {
  summary: 'Conversations of a view, latest activity or soonest promise first',
  query: z.object({
    view: view.default('all'),
    /** Without it, `due` for the view of that name and `activity` for the rest. */
    order: listOrder.optional(),
    q: z.string().max(200).optional(),
    customerId: id('cus').optional(),
    /** Only those in which the field of this key has the value, or, without one, has any. */
    field: personText(50).min(1).optional(),
    value: personText(500).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(conversation),
});

export const countConversations = endpoint('GET', '/api/conversations/counts', {
  summary: 'How many conversations each view holds',
  response: counts,
});

export const getConversation = endpoint('GET', '/api/conversations/:id', {
  summary: 'A conversation with the end of its timeline',
  params: byId,
  response: conversationDetail,
});

export const earlierMessages = endpoint('GET', '/api/conversations/:id/messages', {
  summary: 'Messages before a sequence number, oldest first',
  params: byId,
  query: z.object({ before: z.coerce.number().int(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({ messages: z.array(message), facts: z.array(timelineFact), hasEarlier: z.boolean() }),
});

/** Refused with 409 conversation.answered_meanwhile (member `answered`: the messages) when somebody answered after `seenSeq`. */
export const replyToConversation = endpoint('POST', '/api/conversations/:id/replies', {
  summary: 'Reply to the customer; held for the undo period, then sent',
  params: byId,
  body: z.object({
    text: personText(limits.messageCharacters),
    attachmentIds,
    /** The last message the agent saw while writing. */
    seenSeq: z.number().int().min(0),
    /** What the conversation becomes: the customer's turn, or done. */
    thenStatus: z.enum(['waiting', 'resolved']).default('waiting'),
    /** The articles whose words the agent put in: the bot learns what the question was about. */
    articleIds: z.array(id('art')).max(10).default([]),
    /** The line it goes out on (GET /api/conversations/:id/lines); without it, the one the customer used last. */
    /** When it goes out, instead of after the undo period: within a year. */
    sendAt: time.optional(),
    /** Only if the customer does not write until then. */
    unlessReply: z.boolean().optional(),
    via: z.union([z.object({ threadId: id('thr') }), z.object({ inboxId: id('ibx'), identityId: id('idn') })]).optional(),
    idempotencyKey,
  }),
  response: message,
  status: 201,
});

export const addNote = endpoint('POST', '/api/conversations/:id/notes', {
  summary: 'Write an internal note, never sent out',
  params: byId,
  body: z.object({
    text: personText(limits.messageCharacters),
    attachmentIds,
    /** Whoever is named follows the conversation from then on, and is told. A name that does not stand there, or is nobody's, is text alone. */
    mentions: z.array(mention).max(20).default([]),
    idempotencyKey,
  }),
  response: message,
  status: 201,
});

/** 409 message.already_sent once the undo period is over. */
export const withdrawMessage = endpoint('POST', '/api/messages/:id/withdraw', {
  summary: 'Take a held reply back (undo send)',
  params: idParam('msg'),
  response: message,
});

export const sendMessageNow = endpoint('POST', '/api/messages/:id/send-now', {
  summary: 'Send a held reply at once',
  params: idParam('msg'),
  response: message,
});

/** 409 message.move_refused for what no customer wrote, for the only message of a conversation, and for another customer's conversation. */
export const moveMessage = endpoint('POST', '/api/messages/:id/move', {
  summary: 'Move a customer’s message to another conversation of theirs, or to a new one; moved back the same way',
  params: idParam('msg'),
  /** null: a conversation of its own. */
  body: z.object({ conversationId: id('cnv').nullable() }),
  response: conversation,
});

export const assignConversation = endpoint('PUT', '/api/conversations/:id/assignment', {
  summary: 'Set the assignee: an agent, a team, both or nobody. Taking a conversation from the bot hands it off',
  params: byId,
  body: z.object({ agentId: id('agt').nullable(), teamId: id('tem').nullable() }),
  response: conversation,
});

export const setConversationStatus = endpoint('PUT', '/api/conversations/:id/status', {
  summary: 'Set the status',
  params: byId,
  body: z.object({ status }),
  response: conversation,
});

export const setConversationPriority = endpoint('PUT', '/api/conversations/:id/priority', {
  summary: 'Set how soon it should be looked at',
  params: byId,
  body: z.object({ priority }),
  response: conversation,
});

/** 400 snooze.past for a time that is over. */
export const snoozeConversation = endpoint('PUT', '/api/conversations/:id/snooze', {
  summary: 'Put it out of the views until a time (null: until the customer writes)',
  params: byId,
  body: z.object({ until: time.nullable() }),
  response: conversation,
});

export const wakeConversation = endpoint('DELETE', '/api/conversations/:id/snooze', {
  summary: 'Bring a snoozed conversation back',
  params: byId,
  response: conversation,
});

export const setConversationTags = endpoint('PUT', '/api/conversations/:id/tags', {
  summary: 'Replace the tags',
  params: byId,
  body: z.object({ tags: z.array(personText(50).min(1)).max(20) }),
  response: conversation,
});

export const setConversationSubject = endpoint('PUT', '/api/conversations/:id/subject', {
  summary: 'Change the subject',
  params: byId,
  body: z.object({ subject: personText(200) }),
  response: conversation,
});

export const markConversationSeen = endpoint('PUT', '/api/conversations/:id/seen', {
  summary: 'An agent has read the conversation up to a sequence number',
  params: byId,
  body: z.object({ seq: z.number().int().min(0) }),
});

export const uploadAttachment = endpoint('POST', '/api/attachments', {
  summary: 'Upload a file to send with a reply or note',
  upload: true,
  response: z.object({ id: id('att'), name: z.string(), type: z.string(), sizeInBytes: z.number().int(), url: z.string() }),
  status: 201,
});

export const listTags = endpoint('GET', '/api/tags', {
  summary: 'Tags in use, most used first',
  response: z.object({ items: z.array(z.string()) }),
});
