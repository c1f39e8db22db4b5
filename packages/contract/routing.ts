import { z } from 'zod';
import { id, idParam, locale, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** How a queue gives out: people pick; it asks one agent after the other; it gives without asking. */
export const queueMode = z.enum(['manual', 'offer', 'direct']);
export type QueueMode = z.infer<typeof queueMode>;

export const difficulty = z.enum(['easy', 'hard']);
export type Difficulty = z.infer<typeof difficulty>;

/** Who may have it: 1 for everybody, 3 for the most experienced. */
const tier = z.number().int().min(1).max(3);
const level = z.number().int().min(1).max(5);
/** Skill id → level. */
const levels = z.record(id('skl'), level);
const words = (max: number) => z.array(personText(100).min(1)).max(max);

/** What comes into a queue: every part that says something must hold, and of each part one thing is enough. Empty: everything. */
export const queueConditions = z.object({
  channels: z.array(z.string().max(40)).max(20),
  inboxIds: z.array(id('ibx')).max(50),
  /** Parts of the address of the page on which the customer was. */
  pages: words(20),
  /** Tags of the conversation. */
  tags: words(20),
  /** Words in the subject. */
  words: words(50),
  languages: z.array(locale).max(2),
  /** What is known of the customer. `value` empty: whatever it says. */
  attributes: z.array(z.object({ name: personText(100).min(1), value: personText(200) })).max(20),
  difficulty: difficulty.nullable(),
});
export type QueueConditions = z.infer<typeof queueConditions>;

const queueBody = z.object({
  name: personText(60).min(1),
  mode: queueMode,
  conditions: queueConditions,
  /** Who may get from it; both empty: everybody. */
  teamIds: z.array(id('tem')).max(50),
  agentIds: z.array(id('agt')).max(200),
  skills: levels,
  tier,
  honorsLanguage: z.boolean(),
  /** Steps by which its conversations come before those of other queues. */
  priorityBoost: z.number().int().min(0).max(3),
  offerSeconds: z.number().int().min(10).max(600),
  overflow: z.object({ queueId: id('que'), afterMinutes: z.number().int().min(1).max(1440) }).nullable(),
});
export type QueueBody = z.infer<typeof queueBody>;

export const queue = queueBody.extend({
  id: id('que'),
  isDefault: z.boolean(),
  /** How many wait in it now, and since when the first. */
  waiting: z.number().int(),
  oldest: time.nullable(),
});
export type Queue = z.infer<typeof queue>;

const byQueue = idParam('que');
export const listQueues = endpoint('GET', '/api/queues', {
  summary: 'The queues in the order in which their rules are tried; the default one last',
  response: z.object({ items: z.array(queue) }),
});
/** 409 queue.too_many at a hundred. */
export const createQueue = endpoint('POST', '/api/queues', { summary: 'Add a queue', body: queueBody, response: queue, status: 201 });
/** 409 queue.overflow_refused for an overflow into itself or a queue that is gone. */
export const updateQueue = endpoint('PUT', '/api/queues/:id', {
  summary: 'Replace what a queue says; who waits is placed anew',
  params: byQueue,
  body: queueBody,
  response: queue,
});
export const sortQueues = endpoint('PUT', '/api/queues/order', {
  summary: 'In which order the rules are tried; the default queue stays last',
  body: z.object({ ids: z.array(id('que')).max(100) }),
  response: z.object({ items: z.array(queue) }),
});
/** 409 queue.is_default */
export const removeQueue = endpoint('DELETE', '/api/queues/:id', {
  summary: 'Remove a queue; who waits in it is placed anew',
  params: byQueue,
});

/** Why somebody would or would not get it, or did. Codes with values; screens have the words. */
export const reason = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Reason = z.infer<typeof reason>;

const candidate = z.object({
  agentId: id('agt'),
  name: z.string(),
  eligible: z.boolean(),
  /** For whom it is not: everything that stands against it. For whom it is: what speaks for them. */
  reasons: z.array(reason),
});
export type Candidate = z.infer<typeof candidate>;

/** An example, or a conversation as it is. */
export const tryRouting = endpoint('POST', '/api/queues/try', {
  summary: 'Which queue an example would come into, and who would get it now; nothing is changed',
  body: z.object({
    inboxId: id('ibx'),
    subject: personText(200),
    page: personText(2000),
    tags: words(20),
    language: locale,
    attributes: z.array(z.object({ name: personText(100).min(1), value: personText(200) })).max(20),
    difficulty,
  }),
  response: z.object({
    queueId: id('que'),
    queueName: z.string(),
    mode: queueMode,
    because: z.array(reason),
    candidates: z.array(candidate),
  }),
});

export const skill = z.object({ id: id('skl'), name: z.string() });
export type Skill = z.infer<typeof skill>;
export const listSkills = endpoint('GET', '/api/skills', { summary: 'The skills', response: z.object({ items: z.array(skill) }) });
/** 409 skill.name_taken */
export const createSkill = endpoint('POST', '/api/skills', {
  summary: 'Add a skill',
  body: z.object({ name: personText(60).min(1) }),
  response: skill,
  status: 201,
});
export const updateSkill = endpoint('PATCH', '/api/skills/:id', {
  summary: 'Rename a skill',
  params: idParam('skl'),
  body: z.object({ name: personText(60).min(1) }),
  response: skill,
});
export const removeSkill = endpoint('DELETE', '/api/skills/:id', {
  summary: 'Remove a skill, from queues and agents too',
  params: idParam('skl'),
});

const perClass = z.object({ chats: z.number().int(), messages: z.number().int(), calls: z.number().int() });
const profileBody = z.object({
  tier,
  languages: z.array(locale).max(2),
  skills: levels,
  /** How many at once. */
  capacity: z.object({
    chats: z.number().int().min(0).max(50),
    messages: z.number().int().min(0).max(500),
    calls: z.number().int().min(0).max(5),
  }),
});
export type ProfileBody = z.infer<typeof profileBody>;
export const profile = profileBody.extend({
  agentId: id('agt'),
  /** What they have at this moment. */
  load: perClass,
});
export type Profile = z.infer<typeof profile>;
export const listProfiles = endpoint('GET', '/api/routing-profiles', {
  summary: 'What each active agent can do, how much at once, and what they have now',
  response: z.object({ items: z.array(profile) }),
});
export const updateProfile = endpoint('PUT', '/api/routing-profiles/:id', {
  summary: 'Change what an agent can do and how much at once',
  params: idParam('agt'),
  body: profileBody,
  response: profile,
});

export const presenceState = z.enum(['available', 'reason', 'away', 'off']);
export type PresenceState = z.infer<typeof presenceState>;
/** `state` reason: with the id of one of the workspace's reasons. */
export const presence = z.object({
  agentId: id('agt'),
  state: presenceState,
  reasonId: z.string().nullable(),
  since: time,
  /** Away by itself: no window was open, or offers were not answered. */
  automatic: z.boolean(),
});
export type Presence = z.infer<typeof presence>;
const presenceWish = z.object({ state: presenceState, reasonId: z.string().max(40).nullable() });
export const presenceReason = z.object({ id: z.string().min(1).max(40), name: personText(30).min(1) });
export type PresenceReason = z.infer<typeof presenceReason>;

export const listPresences = endpoint('GET', '/api/presences', {
  summary: 'Who is available, and why others are not',
  response: z.object({ items: z.array(presence), reasons: z.array(presenceReason) }),
});
/** 409 presence.reason_gone */
export const setMyPresence = endpoint('PUT', '/api/presences/me', {
  summary: 'Say whether I am available',
  body: presenceWish,
  /** `atHand`: open conversations that are mine. */
  response: presence.extend({ atHand: z.number().int() }),
});
export const setPresenceOf = endpoint('PUT', '/api/presences/:id', {
  summary: 'Set a colleague’s presence, e.g. of one who forgot to leave',
  params: idParam('agt'),
  body: presenceWish,
  response: presence,
});

export const routingSettings = z.object({
  reasons: z.array(presenceReason).max(20),
  awayAfterMinutes: z.number().int().min(1).max(120),
  lastAgentSeconds: z.number().int().min(0).max(600),
});
export type RoutingSettings = z.infer<typeof routingSettings>;
export const getRoutingSettings = endpoint('GET', '/api/routing-settings', {
  summary: 'Reasons for not being available, and how routing waits',
  response: routingSettings,
});
export const updateRoutingSettings = endpoint('PUT', '/api/routing-settings', {
  summary: 'Change them',
  body: routingSettings,
  response: routingSettings,
});

export const offer = z.object({
  id: id('ofr'),
  conversation: z.object({
    id: id('cnv'),
    number: z.number().int(),
    subject: z.string(),
    preview: z.string(),
    channel: z.string(),
    customerName: z.string(),
    waitingSince: time.nullable(),
    priority: z.enum(['low', 'normal', 'high', 'urgent']),
    difficulty,
  }),
  queueName: z.string(),
  why: z.array(reason),
  madeAt: time,
  expiresAt: time,
});
export type Offer = z.infer<typeof offer>;
export const listMyOffers = endpoint('GET', '/api/offers', {
  summary: 'What is offered to me now, the first to end first. `now`: the server’s clock',
  response: z.object({ items: z.array(offer), now: time }),
});
/** 409 offer.ended with `outcome` when it was too late, or somebody has the conversation. */
export const acceptOffer = endpoint('POST', '/api/offers/:id/accept', {
  summary: 'Take what is offered to me',
  params: idParam('ofr'),
  response: z.object({ conversationId: id('cnv') }),
});
export const declineOffer = endpoint('POST', '/api/offers/:id/decline', {
  summary: 'Let it go on to the next',
  params: idParam('ofr'),
  body: z.object({ reason: personText(200) }),
});

export const conversationRouting = z.object({
  queue: z.object({ id: id('que'), name: z.string(), mode: queueMode }).nullable(),
  waiting: z.boolean(),
  queuedAt: time.nullable(),
  tier,
  difficulty,
  /** How likely it is hard, 0 to 1. */
  chance: z.number(),
  reasons: z.array(reason),
  correctedBy: z.string().nullable(),
  /** Who is being asked. */
  offeredTo: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Whether anybody stands above. */
  canEscalate: z.boolean(),
});
export type ConversationRouting = z.infer<typeof conversationRouting>;
const byConversation = idParam('cnv');
export const getConversationRouting = endpoint('GET', '/api/conversations/:id/routing', {
  summary: 'Where a conversation waits or waited, and how hard it was judged to be',
  params: byConversation,
  response: conversationRouting,
});
export const correctDifficulty = endpoint('PUT', '/api/conversations/:id/difficulty', {
  summary: 'Say how hard it really is; the judgement learns from it',
  params: byConversation,
  body: z.object({ difficulty }),
  response: conversationRouting,
});
/** 409 queue.not_waiting for one that the bot has, that is not open, or that is spam. */
export const moveToQueue = endpoint('PUT', '/api/conversations/:id/queue', {
  summary: 'Put a conversation into a queue, whatever the rules say; whoever had it has it no more',
  params: byConversation,
  body: z.object({ queueId: id('que') }),
  response: conversationRouting,
});
/** 409 escalation.nobody_above when no active agent has a higher tier. */
export const escalateConversation = endpoint('POST', '/api/conversations/:id/escalation', {
  summary: 'Give a conversation to the next tier, with the reason as a note',
  params: byConversation,
  body: z.object({ reason: personText(2000).min(1) }),
  response: conversationRouting,
});

/** `to` queue: back to where they came from; stand_in: to whoever stands in for me, else the queue; an agent. */
export const handOver = endpoint('POST', '/api/hand-over', {
  summary: 'Give my open conversations away at the end of a shift',
  body: z.object({
    to: z.union([z.literal('queue'), z.literal('stand_in'), id('agt')]),
    note: personText(2000),
  }),
  response: z.object({ count: z.number().int() }),
});

export const standIn = z.object({ id: id('sti'), agentId: id('agt'), standInId: id('agt'), startsAt: time, endsAt: time });
export type StandIn = z.infer<typeof standIn>;
export const listStandIns = endpoint('GET', '/api/stand-ins', {
  summary: 'Who stands in for whom, now and later',
  response: z.object({ items: z.array(standIn) }),
});
/** 409 stand_in.refused for oneself, for times that end before they begin, or an agent who left. */
export const createStandIn = endpoint('POST', '/api/stand-ins', {
  summary: 'Let somebody’s customers go to somebody else for a time',
  body: standIn.omit({ id: true }),
  response: standIn,
  status: 201,
});
export const removeStandIn = endpoint('DELETE', '/api/stand-ins/:id', { summary: 'End it', params: idParam('sti') });
