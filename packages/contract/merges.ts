import { z } from 'zod';
import { id, idParam, time } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';

/**
 * Why two conversations may be one matter. reference: an order or other number stands in both · words: they say much the same · tag: a tag in common
 * · near: within so many hours of each other.
 */
export const alikeReason = z.object({ kind: z.enum(['reference', 'words', 'tag', 'near']), value: z.string() });
export type AlikeReason = z.infer<typeof alikeReason>;

export const alike = z.object({
  conversation: z.object({
    id: id('cnv'),
    number: z.number().int(),
    subject: z.string(),
    status: conversation.shape.status,
    channel: z.string(),
    lastActivityAt: time,
  }),
  reasons: z.array(alikeReason),
});
export type Alike = z.infer<typeof alike>;

export const listAlike = endpoint('GET', '/api/conversations/:id/alike', {
  summary: 'The customer’s other conversations that may be the same matter, and why; the likeliest first, at most 3',
  params: idParam('cnv'),
  response: z.object({ items: z.array(alike) }),
});

export const distinguishConversation = endpoint('PUT', '/api/conversations/:id/distinctions/:otherId', {
  summary: 'Say that two that are alike are not the same matter: they are not proposed again',
  params: z.object({ id: id('cnv'), otherId: id('cnv') }),
  body: z.object({ distinct: z.boolean() }),
});

/** 409 conversation.merge_refused for spam, for what went on elsewhere already, and for two customers who are not one. */
export const mergeConversation = endpoint('POST', '/api/conversations/:id/merges', {
  summary: 'Say that another conversation is the same matter: it goes on in this one; can be taken back',
  params: idParam('cnv'),
  body: z.object({
    otherId: id('cnv'),
    /** They are of two customers of one organization. */
    across: z.boolean().default(false),
  }),
  response: z.object({ mergeId: id('cmg'), conversation }),
});

export const undoConversationMerge = endpoint('DELETE', '/api/conversation-merges/:id', {
  summary: 'Take a merge back: each is for itself again, and what came over its lines meanwhile goes with it',
  params: idParam('cmg'),
  response: conversation,
});

/** 409 conversation.split_refused when nothing would be left before it. */
export const splitConversation = endpoint('POST', '/api/messages/:id/split', {
  summary: 'From this message on, a new conversation; can be taken back',
  params: idParam('msg'),
  response: z.object({ splitId: id('spl'), conversation }),
});

/** 409 conversation.split_refused while one of the two goes on in another one. */
export const undoConversationSplit = endpoint('DELETE', '/api/conversation-splits/:id', {
  summary: 'Put the messages of a split back where they were, with what came meanwhile',
  params: idParam('spl'),
  response: conversation,
});
