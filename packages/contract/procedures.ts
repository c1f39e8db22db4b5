import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

const stepId = z.string().regex(/^[a-z0-9_-]{1,40}$/);
const common = { id: stepId, title: personText(100).min(1), help: personText(1000), required: z.boolean() };

/**
 * One step of a procedure (対応フロー). do: something an agent does and checks off · field: done once the field of this key is filled in ·
 * canned: a canned response to answer with, checked off when it was put into the reply.
 */
export const procedureStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('do'), ...common, articleId: id('art').nullable() }),
  z.object({ kind: z.literal('field'), ...common, key: personText(50).min(1) }),
  z.object({ kind: z.literal('canned'), ...common, cannedResponseId: id('can') }),
]);
export type ProcedureStep = z.infer<typeof procedureStep>;

const few = z.array(personText(100).min(1)).max(50);
/** Which conversations begin with it by themselves: every part that names something must hold, one of what it names is enough. All empty: none. */
export const procedureConditions = z.object({
  channels: few,
  inboxIds: z.array(id('ibx')).max(50),
  queueIds: z.array(id('que')).max(50),
  tags: few,
  /** In the subject or what the customer wrote. */
  words: few,
});
export type ProcedureConditions = z.infer<typeof procedureConditions>;

export const procedureBody = z.object({
  name: personText(60).min(1),
  enabled: z.boolean(),
  conditions: procedureConditions,
  steps: z
    .array(procedureStep)
    .min(1)
    .max(30)
    .refine((steps) => new Set(steps.map((step) => step.id)).size === steps.length, 'procedure.steps_alike'),
});
export type ProcedureBody = z.infer<typeof procedureBody>;

export const procedure = procedureBody.extend({ id: id('prc'), version: z.number().int(), updatedAt: time, updatedBy: z.string() });
export type Procedure = z.infer<typeof procedure>;

const one = idParam('prc');
export const listProcedures = endpoint('GET', '/api/procedures', {
  summary: 'The procedures, in the order in which they are tried',
  response: z.object({ items: z.array(procedure) }),
});
export const createProcedure = endpoint('POST', '/api/procedures', {
  summary: 'Add a procedure',
  body: procedureBody,
  response: procedure,
  status: 201,
});
/** Conversations under way keep the version they began with. */
export const updateProcedure = endpoint('PUT', '/api/procedures/:id', {
  summary: 'Change a procedure; changed steps are a new version',
  params: one,
  body: procedureBody,
  response: procedure,
});
export const sortProcedures = endpoint('PUT', '/api/procedures/order', {
  summary: 'Put the procedures in order; the first that fits is begun',
  body: z.object({ ids: z.array(id('prc')).max(200) }),
  response: z.object({ items: z.array(procedure) }),
});
export const removeProcedure = endpoint('DELETE', '/api/procedures/:id', {
  summary: 'Remove a procedure; conversations under way go on with it',
  params: one,
});

/** Of conversations that began with any version in the last 90 days. */
export const procedureFigures = endpoint('GET', '/api/procedures/:id/figures', {
  summary: 'How often a procedure is begun and completed, and where people stop',
  params: one,
  response: z.object({
    begun: z.number().int(),
    completed: z.number().int(),
    left: z.number().int(),
    /** Of each step of the newest version: how many checked it, and how many conversations ended with it as the first one not done. */
    steps: z.array(z.object({ stepId: z.string(), title: z.string(), checked: z.number().int(), stopped: z.number().int() })),
  }),
});

/** Where a conversation stands in its procedure. `done`: of a step that is a field, whether it is filled in. */
export const procedureRun = z.object({
  id: id('prr'),
  procedureId: id('prc'),
  name: z.string(),
  version: z.number().int(),
  begunAt: time,
  completedAt: time.nullable(),
  steps: z.array(
    z.object({
      step: procedureStep,
      done: z.boolean(),
      by: z.object({ id: z.string().nullable(), name: z.string(), at: time }).nullable(),
    }),
  ),
});
export type ProcedureRun = z.infer<typeof procedureRun>;
const standing = z.object({
  run: procedureRun.nullable(),
  /** Those one can pick by hand. */
  others: z.array(z.object({ id: id('prc'), name: z.string() })),
});
export type ProcedureStanding = z.infer<typeof standing>;

const ofConversation = idParam('cnv');
export const getConversationProcedure = endpoint('GET', '/api/conversations/:id/procedure', {
  summary: 'The procedure of a conversation, with what is done',
  params: ofConversation,
  response: standing,
});
export const pickProcedure = endpoint('PUT', '/api/conversations/:id/procedure', {
  summary: 'Begin a procedure by hand (null: leave the one it has); none begins by itself after that',
  params: ofConversation,
  body: z.object({ procedureId: id('prc').nullable() }),
  response: standing,
});
export const checkStep = endpoint('PUT', '/api/conversations/:id/procedure/steps/:stepId', {
  summary: 'Check a step off, or take that back',
  params: ofConversation.extend({ stepId }),
  body: z.object({ done: z.boolean() }),
  response: standing,
});
