import { z } from 'zod';
import { actions } from './actions.ts';
import { condition, conditions } from './automation-conditions.ts';
import { id, idParam, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What happens in a conversation that a rule can be about. */
export const ruleEvent = z.enum([
  'opened',
  'customer_message',
  'agent_replied',
  'status_changed',
  'assigned',
  'priority_changed',
  'tagged',
  'promise_warned',
  'survey_answered',
  'reopened',
  'handed_off',
]);
export type RuleEvent = z.infer<typeof ruleEvent>;

/** Since when a rule of time counts. */
export const ruleSince = z.enum(['waiting_for_us', 'waiting_for_customer', 'opened', 'last_activity', 'unassigned']);
export type RuleSince = z.infer<typeof ruleSince>;

/** `business`: minutes in which the desk is open, by the calendar that applies; `calendar`: by the clock on the wall. At most 90 days. */
export const ruleTimer = z.object({
  kind: z.literal('timer'),
  since: ruleSince,
  minutes: z.number().int().min(1).max(129_600),
  time: z.enum(['calendar', 'business']),
});
export type RuleTimer = z.infer<typeof ruleTimer>;
export const ruleWhen = z.discriminatedUnion('kind', [z.object({ kind: z.literal('event'), event: ruleEvent }), ruleTimer]);
export type RuleWhen = z.infer<typeof ruleWhen>;

export const ruleBody = z.object({
  name: personText(100).min(1),
  enabled: z.boolean(),
  when: ruleWhen,
  conditions,
  actions,
  /** Rules below are not asked about the same event once this one did something. */
  stopAfter: z.boolean(),
});
export type RuleBody = z.infer<typeof ruleBody>;

export const automationRule = ruleBody.extend({
  id: id('aur'),
  /** Raised by every change of what it says. */
  version: z.number().int(),
  /** How often it acted in the last seven days, and when last. */
  runsInWeek: z.number().int(),
  lastRunAt: time.nullable(),
  /** The last action of it that was refused, by the code of the refusal. */
  lastError: z.object({ code: z.string(), at: time }).nullable(),
  /** Conversations on which it was switched off because it ran there over and over. */
  stopped: z.array(z.object({ conversationId: id('cnv'), number: z.number().int(), at: time })),
});
export type AutomationRule = z.infer<typeof automationRule>;

const ruleList = z.object({ items: z.array(automationRule) });
const byRule = idParam('aur');

export const listRules = endpoint('GET', '/api/automation/rules', {
  summary: 'The rules that act by themselves, in their order',
  response: ruleList,
});
/** 409 automation.too_many at two hundred · automation.names_nobody for a team, agent, queue or inbox that is not there. */
export const createRule = endpoint('POST', '/api/automation/rules', {
  summary: 'Add a rule, as the last one',
  body: ruleBody,
  response: automationRule,
  status: 201,
});
export const updateRule = endpoint('PUT', '/api/automation/rules/:id', {
  summary: 'Change a rule; what it did stays as it is',
  params: byRule,
  body: ruleBody,
  response: automationRule,
});
export const switchRule = endpoint('PUT', '/api/automation/rules/:id/enabled', {
  summary: 'Switch a rule on or off; one of time acts on what comes due from now on',
  params: byRule,
  body: z.object({ enabled: z.boolean() }),
  response: automationRule,
});
export const deleteRule = endpoint('DELETE', '/api/automation/rules/:id', {
  summary: 'Remove a rule; what it did stays, and can be read',
  params: byRule,
});
/** Rules that are not named come after those that are, in the order they had. */
export const orderRules = endpoint('PUT', '/api/automation/rules-order', {
  summary: 'In which order rules are asked about the same event',
  body: z.object({ ids: z.array(id('aur')).max(200) }),
  response: ruleList,
});
export const resumeRule = endpoint('DELETE', '/api/automation/rules/:id/stops', {
  summary: 'Let a rule act again on the conversations where it was stopped',
  params: byRule,
  response: automationRule,
});

/** A condition that held, and what of it did: a word that was found, a number, a name. */
export const because = z.object({ condition, value: z.string() });
export type Because = z.infer<typeof because>;

/** What became of an action. unchanged: it was so already · refused: nothing of it was done. */
export const runOutcome = z.object({
  outcome: z.enum(['done', 'unchanged', 'refused']),
  /** The code of the refusal. */
  code: z.string().nullable(),
});
export type RunOutcome = z.infer<typeof runOutcome>;

export const automationRun = z.object({
  id: id('arn'),
  rule: z.object({ id: id('aur'), name: z.string(), version: z.number().int(), exists: z.boolean() }),
  conversation: z.object({ id: id('cnv'), number: z.number().int(), subject: z.string() }),
  at: time,
  when: ruleWhen,
  because: z.array(because),
  actions,
  /** In the order of the actions. */
  outcomes: z.array(runOutcome),
  /** The rule whose doing it answered. */
  afterRule: z.string().nullable(),
  /** Whether something of it can be taken back; who did, once somebody did. */
  undoable: z.boolean(),
  undone: z.object({ at: time, by: z.string() }).nullable(),
});
export type AutomationRun = z.infer<typeof automationRun>;

export const runsOfConversation = endpoint('GET', '/api/conversations/:id/automation-runs', {
  summary: 'What rules did in a conversation and why, the latest first',
  params: idParam('cnv'),
  response: z.object({ items: z.array(automationRun) }),
});
export const getRun = endpoint('GET', '/api/automation-runs/:id', {
  summary: 'What a rule did once, and why',
  params: idParam('arn'),
  response: automationRun,
});
export const runsOfRule = endpoint('GET', '/api/automation/rules/:id/runs', {
  summary: 'What a rule did, the latest first',
  params: byRule,
  query: z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: page(automationRun),
});
/** 409 automation.changed_since when everything it did has been changed by somebody since. */
export const undoRun = endpoint('POST', '/api/automation-runs/:id/undo', {
  summary: 'Take back what a rule changed in a conversation; words that went out stay',
  params: idParam('arn'),
  response: automationRun,
});

const dryRunMatch = z.object({
  conversation: z.object({ id: id('cnv'), number: z.number().int(), subject: z.string(), customerName: z.string() }),
  at: time,
  because: z.array(because),
  /** How often it would have acted there. */
  times: z.number().int(),
});

export const dryRun = z.object({
  id: id('adr'),
  days: z.number().int(),
  state: z.enum(['running', 'done', 'failed']),
  /** Conversations looked at so far, and how many there are to look at. */
  looked: z.number().int(),
  total: z.number().int(),
  /** Conversations in which it would have acted, and how often altogether. */
  conversations: z.number().int(),
  runs: z.number().int(),
  /** By the workspace's dates, every day of the time asked about. */
  perDay: z.array(z.object({ date: z.iso.date(), runs: z.number().int() })),
  /** The latest first, at most 200. */
  matches: z.array(dryRunMatch),
  /** Fields of the rule that are known as they are now, not as they were. */
  asNow: z.array(z.string()),
});
export type DryRun = z.infer<typeof dryRun>;

const byDryRun = idParam('adr');
export const startDryRun = endpoint('POST', '/api/automation/dry-runs', {
  summary: 'Ask what a rule would have done; nothing is changed',
  body: z.object({
    rule: ruleBody.pick({ when: true, conditions: true }),
    days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
  }),
  response: dryRun,
  status: 201,
});
export const getDryRun = endpoint('GET', '/api/automation/dry-runs/:id', {
  summary: 'How far it is, and what it found',
  params: byDryRun,
  response: dryRun,
});
export const cancelDryRun = endpoint('DELETE', '/api/automation/dry-runs/:id', {
  summary: 'End it; what it found is forgotten',
  params: byDryRun,
});
