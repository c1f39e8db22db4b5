import { z } from 'zod';
import { id, idParam, page, personText, time } from './common.ts';
import { conversation, priority } from './conversations.ts';
import { endpoint } from './endpoint.ts';

/** What a customer is promised: the first answer, each answer after it, the solution. */
export const promise = z.enum(['first_response', 'next_response', 'resolution']);
export type Promised = z.infer<typeof promise>;

/** At most 90 days, in minutes; null: nothing is promised at this priority. */
const minutes = z.number().int().min(1).max(129_600).nullable();
/** `business`: minutes in which the desk is open, by the calendar that applies; `calendar`: by the clock on the wall. */
export const policyTarget = z.object({
  time: z.enum(['business', 'calendar']),
  minutes: z.object({ urgent: minutes, high: minutes, normal: minutes, low: minutes }),
});
export type PolicyTarget = z.infer<typeof policyTarget>;
export const policyTargets = z.object({
  first_response: policyTarget.nullable(),
  next_response: policyTarget.nullable(),
  resolution: policyTarget.nullable(),
});
export type PolicyTargets = z.infer<typeof policyTargets>;

/** All that are filled in must hold; of the values of one, any. All empty: every conversation. */
export const policyConditions = z.object({
  priorities: z.array(priority).max(4),
  channels: z.array(z.string().max(40)).max(30),
  inboxIds: z.array(id('ibx')).max(100),
  brandIds: z.array(id('brd')).max(100),
  tags: z.array(personText(50).min(1)).max(50),
  /** Attributes of the customer: `contract` is `premium`. An empty value: whatever it is. */
  attributes: z.array(z.object({ name: personText(60).min(1), value: personText(200) })).max(10),
});
export type PolicyConditions = z.infer<typeof policyConditions>;

/** What happens by itself when a promise is in danger, or broken. */
export const escalation = z.object({
  at: z.enum(['warning', 'breach']),
  /** Of which promise; null: of any. */
  promise: promise.nullable(),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notify'), whom: z.enum(['assignee', 'supervisors']) }),
    /** Never lowers. */
    z.object({ kind: z.literal('raise_priority'), to: z.enum(['high', 'urgent']) }),
    z.object({ kind: z.literal('assign_team'), teamId: id('tem') }),
    z.object({ kind: z.literal('add_tag'), tag: personText(50).min(1) }),
  ]),
});
export type Escalation = z.infer<typeof escalation>;

const policyBody = z.object({
  name: personText(100).min(1),
  enabled: z.boolean(),
  conditions: policyConditions,
  targets: policyTargets,
  escalations: z.array(escalation).max(20),
  /** When to warn, in percent of the time promised. */
  warnAt: z.number().int().min(1).max(99),
  /** Whether the bot's answer is a first response. An automatic acknowledgement never is. */
  botAnswers: z.boolean(),
});
export const policy = policyBody.extend({ id: id('slp') });
export type Policy = z.infer<typeof policy>;

export const listPolicies = endpoint('GET', '/api/promises/policies', {
  summary: 'What is promised to whom, in the order in which policies are tried',
  response: z.object({ items: z.array(policy) }),
});
export const createPolicy = endpoint('POST', '/api/promises/policies', {
  summary: 'Add a policy, as the last to be tried',
  body: policyBody,
  response: policy,
  status: 201,
});
export const updatePolicy = endpoint('PUT', '/api/promises/policies/:id', {
  summary: 'Change a policy; open conversations follow',
  params: idParam('slp'),
  body: policyBody,
  response: policy,
});
export const deletePolicy = endpoint('DELETE', '/api/promises/policies/:id', {
  summary: 'Remove a policy; its open promises are owed no more',
  params: idParam('slp'),
});
/** Policies that are not named come after those that are, in the order they had. */
export const orderPolicies = endpoint('PUT', '/api/promises/policies-order', {
  summary: 'Put the policies in order: the first that fits a conversation counts',
  body: z.object({ ids: z.array(id('slp')).max(200) }),
  response: z.object({ items: z.array(policy) }),
});

/** Examples by the very rule that sets due times, so that a policy can be read before it counts. */
export const exampleDues = endpoint('POST', '/api/promises/examples', {
  summary: 'When messages of some moments would be due',
  body: z.object({
    target: policyTarget,
    /** Whose hours: a calendar's, or the workspace's. */
    calendarId: id('cal').nullable().default(null),
  }),
  response: z.object({
    timezone: z.string(),
    /** `dueAt` of null: these hours never open. */
    items: z.array(z.object({ priority, cameAt: time, dueAt: time.nullable() })),
  }),
});

export const clock = z.object({
  promise,
  /** 1; of next answers 2, 3 … */
  round: z.number().int(),
  policy: z.object({ id: z.string(), name: z.string() }).nullable(),
  startedAt: time,
  minutes: z.number().int(),
  /** Null while it stands still. */
  dueAt: time.nullable(),
  paused: z.boolean(),
  warnedAt: time.nullable(),
  breachedAt: time.nullable(),
  metAt: time.nullable(),
});
export type PromiseClock = z.infer<typeof clock>;
export const promisesOfConversation = endpoint('GET', '/api/conversations/:id/promises', {
  summary: 'What a conversation’s customer is promised, and how it stands; the latest first',
  params: idParam('cnv'),
  response: z.object({ items: z.array(clock) }),
});

const period = { from: time, to: time };
export const outcome = z.enum(['met', 'breached', 'open']);
export type Outcome = z.infer<typeof outcome>;
/** Promises count in the period in which they began. What nobody is owed any more is in none of the three. */
export const attainment = endpoint('GET', '/api/promises/attainment', {
  summary: 'How many promises of a period were kept',
  query: z.object({ ...period, policyId: id('slp').optional() }),
  response: z.object({
    items: z.array(z.object({ promise, met: z.number().int(), breached: z.number().int(), open: z.number().int() })),
  }),
});
export const attainmentConversations = endpoint('GET', '/api/promises/attainment/conversations', {
  summary: 'The conversations behind such a number, the latest promise first',
  query: z.object({
    ...period,
    policyId: id('slp').optional(),
    promise,
    outcome,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(z.object({ conversation, clock })),
});
