import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { conversation, priority, status } from './conversations.ts';
import { endpoint } from './endpoint.ts';

const tags = z.array(personText(50).min(1)).max(20).default([]);

/** What can be done to many at once. merge: they go on in `into`. */
export const bulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), agentId: id('agt').nullable(), teamId: id('tem').nullable() }),
  z.object({ kind: z.literal('status'), status }),
  z.object({ kind: z.literal('tags'), add: tags, remove: tags }),
  z.object({ kind: z.literal('priority'), priority }),
  z.object({ kind: z.literal('snooze'), until: time.nullable() }),
  z.object({ kind: z.literal('spam') }),
  z.object({ kind: z.literal('merge'), into: id('cnv') }),
]);
export type BulkAction = z.infer<typeof bulkAction>;

/** unchanged: it was so already · refused: see `code`. */
export const bulkOutcome = z.object({ id: id('cnv'), outcome: z.enum(['done', 'unchanged', 'refused']), code: z.string().nullable() });
export type BulkOutcome = z.infer<typeof bulkOutcome>;

export const actOnMany = endpoint('POST', '/api/conversations/bulk', {
  summary: 'Do one thing to up to 200 conversations; what cannot be done to one is said of that one',
  body: z.object({ ids: z.array(id('cnv')).min(1).max(200), action: bulkAction }),
  response: z.object({
    /** By which it can be taken back; null when nothing changed. */
    bulkId: id('bka').nullable(),
    outcomes: z.array(bulkOutcome),
    /** Those that changed, as they are now. */
    conversations: z.array(conversation),
  }),
});

export const undoBulk = endpoint('POST', '/api/bulk-actions/:id/undo', {
  summary: 'Take an action on many back; those that were changed since are left as they are',
  params: idParam('bka'),
  response: z.object({
    /** reply_sent: all but a reply, which is out already, and whose turn it is. */
    outcomes: z.array(z.object({ id: id('cnv'), outcome: z.enum(['undone', 'changed_since', 'reply_sent']) })),
    conversations: z.array(conversation),
  }),
});
