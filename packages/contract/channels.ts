import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { inbox } from './workspaces.ts';

/** Why a channel could not do something, as the desk says it in the reader's language. */
export const channelFailure = z.enum([
  'platform_down',
  'rate_limited',
  'credentials_refused',
  'not_configured',
  'rejected',
  'blocked',
  'address_unknown',
  'mailbox_full',
  'window_closed',
  'quota_used',
  'too_large',
  'unsupported',
  'interrupted',
  'gave_up',
  'paused',
  'certificate_invalid',
  'certificate_expired',
  'certificate_other_host',
  'certificate_untrusted',
  'host_not_found',
  'address_refused',
  'folder_missing',
  'inbox_full',
  'connection_lost',
  'proof_missing',
  'receiver_off',
  'too_many_failures',
]);
export type ChannelFailure = z.infer<typeof channelFailure>;

/** What still works and will not for long, unless somebody sees to it. */
export const channelWarning = z.enum(['token_ends_soon', 'certificate_ends_soon']);
export type ChannelWarning = z.infer<typeof channelWarning>;

const fieldCondition = z.object({ field: z.string(), is: z.array(z.union([z.string(), z.boolean()])) });

/**
 * One setting of a channel: the desk makes its form from these. Its words are `channels.<channel>.<name>` and `….<name>_help`, those of a
 * choice `channels.<channel>.<name>.<choice>`, in packages/words/channels. None is called name, text or guide.
 */
export const field = z.object({
  name: z.string(),
  kind: z.enum(['text', 'secret', 'number', 'boolean', 'choice', 'email', 'host', 'url', 'long_text', 'folders']),
  required: z.boolean(),
  choices: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Shown only while another field has one of these values. */
  when: fieldCondition.optional(),
  /** And only while this is so, too. */
  alsoWhen: fieldCondition.optional(),
  /** Folded away below the ones most people need. */
  advanced: z.boolean().optional(),
});
export type Field = z.infer<typeof field>;

export const channelKind = z.object({
  name: z.string(),
  fields: z.array(field),
  /** The platform posts to us: its address is shown for copying into the platform's console. */
  hasHook: z.boolean(),
  /** Settings can be proven against the platform before they are used. */
  canCheck: z.boolean(),
  /** A conversation from elsewhere can go on over it, by a link that the customer opens. */
  canContinue: z.boolean(),
  capabilities: z.object({
    images: z.boolean(),
    files: z.boolean(),
    buttons: z.number().int(),
    readMarks: z.boolean(),
    typing: z.boolean(),
    textCharacters: z.number().int(),
    /** Texts are paid by the piece (SMS): the composer counts them. */
    countsSegments: z.boolean().optional(),
    /** What was written before can be read in later: POST /api/inboxes/:id/backfill. */
    backfill: z.boolean().optional(),
    /** The files of one message that together are larger go as links, which end after so many days. */
    filesByLink: z.object({ aboveBytes: z.number().int(), days: z.number().int() }).optional(),
    replyWindowHours: z.number().nullable(),
  }),
});
export type ChannelKind = z.infer<typeof channelKind>;

export const settingValues = z.record(z.string().max(60), z.union([personText(20_000), z.number(), z.boolean()]));
export type SettingValues = z.infer<typeof settingValues>;

export const listChannels = endpoint('GET', '/api/channels', {
  summary: 'The channels an inbox can have, with their settings',
  response: z.object({ items: z.array(channelKind) }),
});

export const createInbox = endpoint('POST', '/api/inboxes', {
  summary: 'Add an inbox',
  body: z.object({ name: personText(100).min(1), channel: z.string().max(30), settings: settingValues.optional() }),
  response: inbox,
  status: 201,
});

/** What it received stays; it can be reached no more, and cannot be brought back. */
export const removeInbox = endpoint('DELETE', '/api/inboxes/:id', { summary: 'Remove an inbox', params: idParam('ibx') });

/** Secrets are never shown: only whether there is one. */
export const inboxSettings = z.object({
  values: settingValues,
  secretsSet: z.array(z.string()),
  /** Where the platform is to post to; null for channels that we ask. */
  hookUrl: z.string().nullable(),
});
export type InboxSettings = z.infer<typeof inboxSettings>;
export const getInboxSettings = endpoint('GET', '/api/inboxes/:id/settings', {
  summary: 'Settings of an inbox’s channel',
  params: idParam('ibx'),
  response: inboxSettings,
});
/** A secret left out stays as it is; an empty one is removed. 400 settings.invalid names the fields (member `fields`: name → code). */
export const updateInboxSettings = endpoint('PUT', '/api/inboxes/:id/settings', {
  summary: 'Change settings of an inbox’s channel',
  params: idParam('ibx'),
  body: z.object({ values: settingValues }),
  response: inboxSettings,
});

export const backfill = z.object({
  id: id('bfl'),
  since: time,
  until: time,
  /** waiting: under way, or as soon as the mailbox is reached · canceled: given up by a person. */
  state: z.enum(['waiting', 'done', 'failed', 'canceled']),
  /** Mails read in, of how many; null until they were counted. */
  taken: z.number().int(),
  found: z.number().int().nullable(),
  failure: channelFailure.nullable(),
  /** What the server said, or the folder that is gone. */
  detail: z.string().nullable(),
  askedBy: z.string().nullable(),
  createdAt: time,
  endedAt: time.nullable(),
});
export type Backfill = z.infer<typeof backfill>;

/** 409 backfill.under_way while another period is read in, backfill.unknown for channels that keep nothing. */
export const startBackfill = endpoint('POST', '/api/inboxes/:id/backfill', {
  summary: 'Read in what a mailbox holds of a period',
  params: idParam('ibx'),
  body: z.object({ since: time, until: time }).refine(({ since, until }) => since < until),
  response: backfill,
  status: 202,
});

export const listBackfills = endpoint('GET', '/api/inboxes/:id/backfills', {
  summary: 'The periods of a mailbox that were read in lately, newest first, and how far each got',
  params: idParam('ibx'),
  response: z.object({ items: z.array(backfill) }),
});
/** What failed or was given up goes on where it had come to. 409 backfill.under_way while another period is read in. */
export const retryBackfill = endpoint('POST', '/api/backfills/:id/retry', {
  summary: 'Try again to read a period in',
  params: idParam('bfl'),
  response: backfill,
});
/** What was read in stays. */
export const cancelBackfill = endpoint('POST', '/api/backfills/:id/cancel', {
  summary: 'Give up reading a period in',
  params: idParam('bfl'),
  response: backfill,
});

/** Asks the platform itself. 409 folders.unavailable with the reason in `failure` and `detail`, folders.unknown for channels that have none. */
export const listFolders = endpoint('GET', '/api/inboxes/:id/folders', {
  summary: 'The folders of an inbox’s mailbox, to choose from',
  params: idParam('ibx'),
  response: z.object({ items: z.array(z.object({ path: z.string(), isInbox: z.boolean() })) }),
});

export const inboxCheck = z.object({
  ok: z.boolean(),
  account: z.string().nullable(),
  failure: channelFailure.nullable(),
  detail: z.string().nullable(),
});
export const checkInbox = endpoint('POST', '/api/inboxes/:id/check', {
  summary: 'Prove an inbox’s settings against its platform',
  params: idParam('ibx'),
  response: inboxCheck,
});

export const inboxHealth = z.object({
  inbox,
  /** good: proven lately · quiet: nothing says that it works or fails · failing: see `failure` · paused. */
  state: z.enum(['good', 'quiet', 'failing', 'paused']),
  pausedBy: z.string().nullable(),
  pausedAt: time.nullable(),
  lastInAt: time.nullable(),
  lastOutAt: time.nullable(),
  lastProofAt: time.nullable(),
  oldestUnreadAt: time.nullable(),
  tokenExpiresAt: time.nullable(),
  /** Until when the certificate of this installation's own receiver of mail is good, for an inbox that has its mail brought there. */
  certificateEndsAt: time.nullable(),
  failure: channelFailure.nullable(),
  failureDetail: z.string().nullable(),
  /** token_ends_soon: `tokenExpiresAt` is at most 14 days ahead; certificate_ends_soon: `certificateEndsAt` is. Beside any state but paused. */
  warning: channelWarning.nullable(),
  failingSince: time.nullable(),
  /** In the last 24 hours. */
  received: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  /** Payloads nobody understood, and messages waiting to go out. */
  unparsed: z.number().int(),
  queued: z.number().int(),
  notes: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type InboxHealth = z.infer<typeof inboxHealth>;
export const listHealth = endpoint('GET', '/api/channels/health', {
  summary: 'How each inbox is',
  response: z.object({ items: z.array(inboxHealth) }),
});

/** What a payload's `problem` says when it was given up in the middle; all other problems are the parser's own words. */
export const payloadProblems = {
  tooSlow: 'payload.too_slow',
  tooMuchMemory: 'payload.too_much_memory',
  crashed: 'payload.crashed',
} as const;

export const payload = z.object({
  id: id('pay'),
  inboxId: id('ibx'),
  receivedAt: time,
  state: z.enum(['waiting', 'parsed', 'failed']),
  problem: z.string().nullable(),
  parserVersion: z.number().int().nullable(),
  sizeInBytes: z.number().int(),
  /** The beginning of it, as text. */
  excerpt: z.string(),
});
export type Payload = z.infer<typeof payload>;
export const listPayloads = endpoint('GET', '/api/inboxes/:id/payloads', {
  summary: 'What an inbox received and could not read, newest first; or everything it received',
  params: idParam('ibx'),
  query: z.object({ state: z.enum(['failed', 'all']).default('failed'), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({ items: z.array(payload) }),
});
/** What parsing gave then and would give now, as text to be compared line by line; nothing is changed. */
export const comparePayload = endpoint('GET', '/api/payloads/:id/comparison', {
  summary: 'What a payload was read as, and what it would be read as now',
  params: idParam('pay'),
  response: z.object({
    before: z.string(),
    now: z.string(),
    problem: z.string().nullable(),
  }),
});
export const parseAgain = endpoint('POST', '/api/payloads/:id/parse', {
  summary: 'Read a payload again, as what came in now',
  params: idParam('pay'),
  response: payload,
});

export const retryMessage = endpoint('POST', '/api/messages/:id/retry', {
  summary: 'Send a message again that could not be delivered',
  params: idParam('msg'),
});

/** Where an agent can reply: the lines of the customer, the one in use first. */
export const line = z.object({
  threadId: id('thr').nullable(),
  inboxId: id('ibx'),
  identityId: id('idn'),
  channel: z.string(),
  inboxName: z.string(),
  address: z.string(),
  /** Our own address that the reply goes out from, where the inbox may have several (mail). */
  from: z.string().nullable(),
  inUse: z.boolean(),
  reachable: z.boolean(),
  /** Until when we may write freely; null: without an end. */
  openUntil: time.nullable(),
});
export type LineChoice = z.infer<typeof line>;
export const listLines = endpoint('GET', '/api/conversations/:id/lines', {
  summary: 'The channels on which the customer of a conversation can be answered',
  params: idParam('cnv'),
  response: z.object({ items: z.array(line) }),
});
