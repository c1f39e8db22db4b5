import { z } from 'zod';
import { actions } from './actions.ts';
import { bulkOutcome } from './bulk.ts';
import { id, idParam, personText } from './common.ts';
import { conversation, priority, status } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { message } from './messages.ts';
import { owned, ownership } from './text-folders.ts';

/** Several actions under a name, done at an agent's press. */
export const macro = z.object({
  id: id('mac'),
  name: z.string(),
  actions,
  /** Where it is offered; empty: everywhere. */
  channels: z.array(z.string()),
  inboxIds: z.array(id('ibx')),
  ...owned,
});
export type Macro = z.infer<typeof macro>;

export const macroBody = z.object({
  name: personText(100).min(1),
  actions,
  channels: z.array(personText(40)).max(50).default([]),
  inboxIds: z.array(id('ibx')).max(100).default([]),
  ...ownership,
});

export const listMacros = endpoint('GET', '/api/macros', {
  summary: 'Macros the agent may run: shared ones, those of their teams and their own',
  response: z.object({ items: z.array(macro) }),
});
export const listAllMacros = endpoint('GET', '/api/macros/all', {
  summary: 'Macros to look after: shared ones, those of every team and one’s own',
  response: z.object({ items: z.array(macro) }),
});
export const createMacro = endpoint('POST', '/api/macros', { summary: 'Add a macro', body: macroBody, response: macro, status: 201 });
export const updateMacro = endpoint('PUT', '/api/macros/:id', {
  summary: 'Change a macro',
  params: idParam('mac'),
  body: macroBody,
  response: macro,
});
export const deleteMacro = endpoint('DELETE', '/api/macros/:id', { summary: 'Remove a macro', params: idParam('mac') });

const own = macroBody.omit({ owner: true, teamId: true });
export const createOwnMacro = endpoint('POST', '/api/own-macros', {
  summary: 'Add a macro that only the agent sees',
  body: own,
  response: macro,
  status: 201,
});
export const updateOwnMacro = endpoint('PUT', '/api/own-macros/:id', {
  summary: 'Change one of one’s own',
  params: idParam('mac'),
  body: own,
  response: macro,
});
export const deleteOwnMacro = endpoint('DELETE', '/api/own-macros/:id', { summary: 'Remove one of one’s own', params: idParam('mac') });

export const macroUsage = endpoint('GET', '/api/macros/usage', {
  summary: 'How often macros were run in the last 90 days',
  response: z.object({ items: z.array(z.object({ id: id('mac'), used: z.number().int(), lastUsedAt: z.iso.datetime() })) }),
});

/** What the agent had in front of them: what is not so any more stops the run before anything is done. */
export const seenState = z.object({
  /** The last message shown. */
  seq: z.number().int().min(0),
  status,
  priority,
  agentId: id('agt').nullable(),
  teamId: id('tem').nullable(),
});
export type SeenState = z.infer<typeof seenState>;

export const step = z.object({ do: z.string(), outcome: z.enum(['done', 'unchanged', 'refused']), code: z.string().nullable() });
export type MacroStep = z.infer<typeof step>;
export const changedField = z.enum(['status', 'priority', 'agent', 'team']);
export type ChangedField = z.infer<typeof changedField>;

/**
 * 409 conversation.answered_meanwhile with `answered`, the messages written meanwhile, as at sending; 409 conversation.changed_meanwhile with
 * `changed` and `conversation` as it is now. Nothing was done then.
 */
export const runMacro = endpoint('POST', '/api/macros/:id/run', {
  summary: 'Run a macro on a conversation',
  params: idParam('mac'),
  body: z.object({
    conversationId: id('cnv'),
    seen: seenState,
    /** Of the blanks that its texts ask for. */
    answers: z.record(z.string().max(40), personText(1000)).default({}),
    /** The same key again does it only once. */
    idempotencyKey: z.string().min(1).max(100),
  }),
  response: z.object({
    steps: z.array(step),
    /** By which it is taken back, as an action on many is; null when there is nothing to take back. */
    bulkId: id('bka').nullable(),
    conversation,
    /** The replies and notes it wrote. */
    messages: z.array(message),
  }),
});

export const runMacroOnMany = endpoint('POST', '/api/macros/:id/run-on-many', {
  summary: 'Run a macro on up to 200 conversations; what cannot be done to one is said of that one',
  params: idParam('mac'),
  body: z.object({
    seen: z
      .array(seenState.extend({ id: id('cnv') }))
      .min(1)
      .max(200),
    answers: z.record(z.string().max(40), personText(1000)).default({}),
  }),
  response: z.object({ bulkId: id('bka').nullable(), outcomes: z.array(bulkOutcome), conversations: z.array(conversation) }),
});
