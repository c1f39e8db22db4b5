import { z } from 'zod';
import { idParam, personText } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';

/** What is still to be done before an agent may resolve a conversation: member `missing` of 409 conversation.incomplete. */
export const missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), key: z.string(), label: z.string(), labelEn: z.string() }),
  z.object({ kind: z.literal('step'), stepId: z.string(), title: z.string() }),
]);
export type Missing = z.infer<typeof missing>;

/** 400 attribute.invalid (member `key`) for a value that is not of its field's kind. Null or nothing empties a field. */
export const setConversationFields = endpoint('PATCH', '/api/conversations/:id/fields', {
  summary: 'Fill in fields of a conversation (GET /api/attributes, subject conversation)',
  params: idParam('cnv'),
  body: z.object({
    changes: z.record(personText(50).min(1), personText(5000).nullable()).refine((changes) => Object.keys(changes).length <= 50),
  }),
  response: conversation,
});
