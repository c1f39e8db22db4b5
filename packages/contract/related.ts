import { z } from 'zod';
import { id, idParam, time } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';

/** What the other one is to this one. duplicate: it asks the same as this one · original: this one asks the same as it. */
export const relation = z.enum(['related', 'parent', 'child', 'original', 'duplicate']);
export type Relation = z.infer<typeof relation>;

export const relatedConversation = z.object({
  linkId: id('lnk'),
  relation,
  conversation: z.object({
    id: id('cnv'),
    number: z.number().int(),
    subject: z.string(),
    status: conversation.shape.status,
    channel: z.string(),
    customer: z.string(),
    lastSeq: z.number().int(),
    lastActivityAt: time,
  }),
});
export type RelatedConversation = z.infer<typeof relatedConversation>;

export const listRelated = endpoint('GET', '/api/conversations/:id/related', {
  summary: 'The conversations this one has to do with, as far as the agent sees them',
  params: idParam('cnv'),
  response: z.object({ items: z.array(relatedConversation) }),
});

/** 409 related.circle, related.has_parent: a child has one parent, and nobody is below themselves. Linked otherwise before, the later wish counts. */
export const relateConversation = endpoint('POST', '/api/conversations/:id/related', {
  summary: 'Say what another conversation is to this one',
  params: idParam('cnv'),
  body: z.object({ otherId: id('cnv'), relation }),
  response: z.object({ items: z.array(relatedConversation) }),
});

export const unrelateConversation = endpoint('DELETE', '/api/conversation-relations/:id', {
  summary: 'Take a link between two conversations away',
  params: idParam('lnk'),
});
