import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A text in the languages customers read; an empty one falls back to the other. */
export const flowText = z.object({ ja: personText(2000), en: personText(2000) });
export type FlowText = z.infer<typeof flowText>;

/** Names a step within its flow. */
export const stepId = z.string().regex(/^[a-z0-9_-]{1,40}$/);
/** Names an answer that was given or looked up; texts quote it as {name}. */
export const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** The step that follows; null ends the flow, and the bot goes on as it always does. */
const next = stepId.nullable();
/** Where the step stands on the editor's canvas. */
const place = z.object({ x: z.number(), y: z.number() });
const step = { id: stepId, place };

export const flowCondition = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('answer'),
    field: fieldName,
    is: z.enum(['filled', 'equals', 'contains', 'more_than', 'less_than']),
    value: personText(200).default(''),
  }),
  z.object({ on: z.literal('hours'), open: z.boolean() }),
  z.object({ on: z.literal('channel'), channel: z.enum(['chat', 'form']) }),
  z.object({ on: z.literal('language'), locale: z.enum(['ja', 'en']) }),
  /** What is known of the customer: an address is on file · who they are was proved by the company's site. */
  z.object({ on: z.literal('customer'), has: z.enum(['email', 'phone', 'proved_identity']) }),
]);
export type FlowCondition = z.infer<typeof flowCondition>;

export const answerKind = z.enum(['text', 'email', 'phone', 'number', 'date', 'order_number']);
export type AnswerKind = z.infer<typeof answerKind>;

/** Where a look-up looks: at an address of the company's, or among the customer's own orders or contracts, as shops tell of them. */
export const lookUpSource = z.enum(['address', 'orders', 'contract']);
export type LookUpSource = z.infer<typeof lookUpSource>;

/**
 * The answers that a look-up among the customer's own gives, in the customer's words; what there is none of is empty. `found_order` and what
 * follows it are of the newest order found, `order_list` tells of the newest three; `contract_plan` is of the contract that runs.
 */
export const ownAnswers = {
  orders: ['order_list', 'found_order', 'order_state', 'order_date', 'order_total', 'carrier', 'tracking_number', 'tracking_url'],
  contract: ['contract_list', 'contract_plan', 'contract_state', 'contract_ends'],
} as const satisfies Record<Exclude<LookUpSource, 'address'>, readonly string[]>;

/** What customers prove who they are by: a code to an e-mail address, to a mobile number by text message, or to whichever they write. */
export const proofBy = z.enum(['email', 'phone', 'either']);
export type ProofBy = z.infer<typeof proofBy>;

export const flowStep = z.discriminatedUnion('type', [
  z.object({ ...step, type: z.literal('say'), text: flowText, next }),
  z.object({
    ...step,
    type: z.literal('buttons'),
    text: flowText,
    options: z
      .array(z.object({ id: stepId, label: flowText, next }))
      .min(1)
      .max(10),
  }),
  /** Asks until a valid answer came, at most three times; then goes to `next` without one. */
  z.object({ ...step, type: z.literal('ask'), text: flowText, field: fieldName, kind: answerKind, next }),
  /** The first rule that holds. */
  z.object({
    ...step,
    type: z.literal('branch'),
    rules: z
      .array(z.object({ when: flowCondition, next }))
      .min(1)
      .max(20),
    otherwise: next,
  }),
  /**
   * Asks another server over HTTPS (`of`: address), or the orders and contracts that are known here. Address and body quote answers as {name}, encoded for where they stand. `keep`: which members of the
   * JSON answer become fields; a path is names and numbers with dots between. `identifiedOnly`: only for customers whose identity was
   * proved; others are asked for it as at `identify` where mail can be sent, and go the way of a failure if they do not prove it: nothing
   * is looked up. What is private needs it, and should be looked up by {verified_email}, {verified_phone} or {verified_customer_id}, which nobody can type.
   * Of orders and contracts it is always for those who proved who they are, whatever `identifiedOnly` says, and gives `ownAnswers` instead of
   * `keep`. `numberField`: the answer that is the number of the order or parcel asked for; without one the newest orders are found.
   */
  z.object({
    ...step,
    type: z.literal('look_up'),
    of: lookUpSource.default('address'),
    numberField: fieldName.nullable().default(null),
    method: z.enum(['GET', 'POST']),
    url: personText(2000),
    body: personText(10_000).default(''),
    keep: z.array(z.object({ field: fieldName, path: personText(200) })).max(20),
    identifiedOnly: z.boolean().default(true),
    /** How those who have not proved who they are do so, as at `identify`. */
    by: proofBy.default('email'),
    next,
    /** After an error, a time-out or a missing member; where nothing of the customer's was found. */
    failed: next,
  }),
  /**
   * Has the customer prove who they are by a code sent to an address of theirs; the text asks for the address, or words of our own. Who has
   * proved it already goes on at once. `by` phone: an e-mail address does where no text message can be sent or gets through. Where no code
   * can be sent people take over. `failed`: could not, or did not want to.
   */
  z.object({ ...step, type: z.literal('identify'), by: proofBy.default('email'), text: flowText, next, failed: next }),
  /** Answers from the knowledge: with what the customer wrote first, or with one of their answers. `next` when nothing was found. */
  z.object({ ...step, type: z.literal('answer'), question: fieldName.nullable(), next }),
  /** Says its text, if it has one, and what the bot always says when people take over. */
  z.object({ ...step, type: z.literal('hand_off'), text: flowText, teamId: id('tem').nullable() }),
]);
export type FlowStep = z.infer<typeof flowStep>;
export type FlowStepType = FlowStep['type'];

/** What starts a flow, when no other is under way in the conversation and a bot handles it. */
export const flowTrigger = z.discriminatedUnion('kind', [
  /** Any of these words stands in what the customer wrote (widths and cases folded). */
  z.object({ kind: z.literal('words'), words: z.array(personText(60).min(1)).min(1).max(50) }),
  /** The first message of a conversation, written on a page whose address contains this. */
  z.object({ kind: z.literal('page'), contains: personText(300).min(1) }),
  /** The first message of a conversation on a channel. */
  z.object({ kind: z.literal('channel'), channel: z.enum(['chat', 'form']) }),
  /** Instead of quoting this article. */
  z.object({ kind: z.literal('article'), articleId: id('art') }),
]);
export type FlowTrigger = z.infer<typeof flowTrigger>;

/** What an editor draws. `start`: the first step; null while there is none. */
export const flowPlan = z.object({
  name: personText(100).min(1),
  triggers: z.array(flowTrigger).max(20),
  start: next,
  steps: z.array(flowStep).max(200),
});
export type FlowPlan = z.infer<typeof flowPlan>;

export const flowStatus = z.enum(['draft', 'published', 'archived']);

export const flow = flowPlan.extend({
  id: id('flw'),
  status: flowStatus,
  /** Rises with every saved change; send it back to save. */
  version: z.number().int(),
  /** The version customers are led through; null while none is. A newer one waits to be published. */
  publishedVersion: z.number().int().nullable(),
  updatedAt: time,
  updatedBy: z.string(),
});
export type Flow = z.infer<typeof flow>;

/**
 * Why a plan cannot be published: start.missing · step.missing (a `next` names no step) · step.repeated · step.unreachable (a warning) ·
 * cycle.silent (a round in which nobody is asked anything) · text.missing · field.unknown (quoted or tested, but never asked) ·
 * url.refused · team.missing · article.missing · field.reserved (named like something that has to be proved) · mail.not_set_up, mail.only_signed
 * (warnings: without a mail server the step hands over, and the look-up serves signed-in customers only) · text.no_inbox (a warning: no text
 * message can be sent, so that e-mail takes its place)
 */
export const flowFault = z.object({ code: z.string(), stepId: z.string().nullable(), severity: z.enum(['error', 'warning']) });
export type FlowFault = z.infer<typeof flowFault>;

const listed = flow.omit({ steps: true }).extend({ stepCount: z.number().int(), startedLast30Days: z.number().int() });
export type ListedFlow = z.infer<typeof listed>;

export const listFlows = endpoint('GET', '/api/flows', {
  summary: 'Flows, last changed first',
  response: z.object({ items: z.array(listed) }),
});
export const getFlow = endpoint('GET', '/api/flows/:id', {
  summary: 'A flow as it is being edited, and what keeps it from being published',
  params: idParam('flw'),
  response: z.object({ flow, faults: z.array(flowFault) }),
});
export const createFlow = endpoint('POST', '/api/flows', { summary: 'Draw a new flow', body: flowPlan, response: flow, status: 201 });
/** A draft may have faults. 409 flow.changed_meanwhile when `version` is no longer the newest. */
export const updateFlow = endpoint('PUT', '/api/flows/:id', {
  summary: 'Save a flow',
  params: idParam('flw'),
  body: flowPlan.extend({ version: z.number().int() }),
  response: z.object({ flow, faults: z.array(flowFault) }),
});
/** 422 flow.faulty (with `faults`) when it cannot be published. Conversations under way stay on the version they began with. */
export const setFlowStatus = endpoint('PUT', '/api/flows/:id/status', {
  summary: 'Publish the newest version, take the flow back, or archive it',
  params: idParam('flw'),
  body: z.object({ status: flowStatus }),
  response: flow,
});
export const listFlowVersions = endpoint('GET', '/api/flows/:id/versions', {
  summary: 'Every saved state of a flow, newest first',
  params: idParam('flw'),
  response: z.object({ items: z.array(z.object({ version: z.number().int(), savedAt: time, savedBy: z.string(), plan: flowPlan })) }),
});

/** What the customer does next in a test run. */
const testInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: personText(2000) }),
  z.object({ kind: z.literal('option'), step: stepId, option: stepId }),
]);
/** Nothing is kept, no mail is sent and nobody is handed anything; look-ups are really asked. The whole run is played again each time. */
export const testFlow = endpoint('POST', '/api/flows/test-run', {
  summary: 'Play a flow as a customer would',
  body: z.object({
    plan: flowPlan,
    locale: z.enum(['ja', 'en']),
    question: personText(2000).default(''),
    /** Whether the customer's identity counts as proved. */
    identified: z.boolean().default(false),
    inputs: z.array(testInput).max(100),
  }),
  response: z.object({
    said: z.array(
      z.object({
        by: z.enum(['bot', 'customer']),
        text: z.string(),
        step: z.string().nullable(),
        options: z.array(z.object({ id: z.string(), label: z.string() })),
      }),
    ),
    /** waiting: for the customer · ended: the bot goes on as always · handed_off · answered: an article was quoted */
    outcome: z.enum(['waiting', 'ended', 'handed_off', 'answered']),
    at: z.string().nullable(),
    answers: z.record(z.string(), z.string()),
  }),
});

/** `left`: how many conversations went no further than this step (and did not end or reach a person there on purpose). */
export const flowFigures = endpoint('GET', '/api/flows/:id/figures', {
  summary: 'How many started, finished and left, and where',
  params: idParam('flw'),
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: z.object({
    started: z.number().int(),
    finished: z.number().int(),
    handedOff: z.number().int(),
    left: z.number().int(),
    running: z.number().int(),
    steps: z.array(z.object({ stepId: z.string(), reached: z.number().int(), left: z.number().int() })),
  }),
});
