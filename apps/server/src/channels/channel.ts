import type { ChannelFailure, Field } from '@madoguchi/contract/channels.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { BackfillStep } from './backfill/backfill.commands.ts';
import type { BackfillWish } from './backfill/backfill.queries.ts';
import type { Call } from './port/call.types.ts';
import type { InboundEvent, Line, Outbound, RawPayload } from './port/port.types.ts';

/** What a platform can carry. The desk and the pieces every channel shares ask this and never a channel's name. */
export type Capabilities = {
  images: boolean;
  files: boolean;
  /** How many buttons a message can carry; 0: choices are numbered lines, and a number is an answer. */
  buttons: number;
  /** Links with words of their own can stand side by side (mail). */
  links?: boolean;
  /** The platform tells us when a message was read. */
  readMarks: boolean;
  typing: boolean;
  /** Longest text of one message, in characters; longer ones go out in parts. */
  textCharacters: number;
  /** Texts are paid by the piece (SMS): the composer counts them. */
  countsSegments?: boolean;
  /** Hours after the customer's last message in which we may write freely; null: always. */
  replyWindowHours: number | null;
  /** Sending the same idempotency key twice is one message: what was interrupted may simply be sent again. */
  idempotentSend: boolean;
  /** How many messages of a line may be handed over at once. */
  batch: number;
  /** A line is one matter, not one person: a message with what answers it can go into another conversation. */
  linesPart?: boolean;
  /** What was written before can be read in later. */
  backfill?: boolean;
  /** Files of one message go along, in their order, up to so many bytes together; the others as links, which end after so many days. */
  filesByLink?: { aboveBytes: number; days: number };
  /** Who answers first when a message opens a conversation. */
  firstAnswer: 'bot' | 'human';
};

/** Where a platform posts to us. The signature is checked over the very bytes that came. */
export type HookRequest = { headers: Readonly<Record<string, string>>; query: Readonly<Record<string, string>>; body: Buffer; url: string };
export type HookVerdict =
  /**
   * Kept and acknowledged with 200. `externalId`: the platform's name of this delivery; without one, the same bytes are the same.
   * `headers`: what the address said and `parse` needs, kept among the payload's own.
   */
  | { kind: 'keep'; externalId?: string; headers?: Readonly<Record<string, string>>; answer?: { type: string; body: string } }
  /** A question of the platform to the address itself, such as a subscription's challenge. */
  | { kind: 'answer'; status?: number; type: string; body: string }
  | { kind: 'refuse' };

export type Checked = {
  /** When the credentials end, where the platform says so. */
  tokenExpiresAt?: Date | null;
  /** What the platform calls the account: shown so that a person sees the right one is connected. */
  account?: string;
  /** Figures worth showing on the health page: `quota`, `quotaUsed`. */
  notes?: Readonly<Record<string, string | number>>;
  /** What the platform says of the account that `parse` or a link needs: kept among the inbox's settings. */
  learned?: Readonly<Record<string, string>>;
};

/** What a channel says to the other end by itself, outside any conversation. */
export type Attended = 'link_over' | 'link_member' | 'identified' | 'identify_failed' | (string & {});

/** A module and the name it exports its parser by. It loads nothing but what parsing needs. */
export type ParsedApart = { module: URL; as: string };

/** How the workspace stands when a channel looks after its inbox. */
export type Tended = { open: boolean; notes: Readonly<Record<string, string | number>> };

/** The line of somebody, as a courtesy to them needs it. */
export type KnownLine = { externalId: string; state: Readonly<Record<string, unknown>> };

/** What opened a conversation, as an acknowledgement needs it. `name`: the customer's, or ''. */
export type Opened = {
  blocks: readonly Block[];
  number: number;
  name: string;
  locale: 'ja' | 'en';
  workspace: string;
  /** What is kept with the line it came on. */
  state: Readonly<Record<string, unknown>>;
};

/** What a customer is told by itself. `subject`: where the channel has such a thing and it is not the conversation's. */
export type Acknowledgement = { text: string; subject?: string };

/** A folder of a mailbox: its full name, as the setting keeps it. */
export type Folder = { path: string; isInbox: boolean };

export type Connection = { stop: () => Promise<void> };

/**
 * The port: one object per channel, one folder each. `parse` is pure: the same bytes are the same events, today and after a fix; a
 * change of what it gives out raises `version`. `deliver` sends one batch of one line and calls `sent` after each message, so that
 * nothing is sent twice when it ends half-way. Settings are checked against `fields`; those of kind `secret` are kept sealed.
 */
export type Channel = {
  name: string;
  fields: readonly Field[];
  capabilities: Capabilities;
  version: number;
  /** For platforms that post to us. GET requests reach it too, for challenges. */
  verify?: (settings: Settings, request: HookRequest) => HookVerdict | Promise<HookVerdict>;
  parse: (raw: RawPayload, settings: Settings) => InboundEvent[] | Promise<InboundEvent[]>;
  /** Where the same `parse` is found by a thread: what anybody can write in any shape (mail) is read where it can do no harm to the rest. */
  parsedApart?: ParsedApart;
  /** What it keeps of an inbox in tables of its own: handed to it among the settings. */
  more?: (tx: Tx, workspaceId: string, inboxId: string) => Promise<Settings>;
  /** Bytes of a file that a message named. @throws ChannelError */
  fetchFile?: (call: Call, ref: string) => Promise<{ bytes: Buffer; name?: string }>;
  /**
   * For channels on which we may write first to a proven address: the external id of the line that begins. Null: not to such an address.
   * A line that the customer must open themselves (LINE, the messenger) has none of this.
   */
  newLine?: (identity: { kind: string; value: string }, conversationId: string) => string | null;
  /**
   * Sends one short text to a telephone number, outside any conversation: a code. For channels that reach numbers unasked. What is heard of
   * it later is an event `text_lost` with `textId`. @throws ChannelError
   */
  sendText?: (call: Call, to: string, text: string, textId: string) => Promise<void>;
  /** What is to be known of somebody who writes for the first time: their name on the platform. */
  profile?: (call: Call, externalId: string) => Promise<{ name?: string; locale?: 'ja' | 'en' } | null>;
  /** Where a message belongs, when its sender's address alone does not say (an e-mail's thread). Returns the thread's external id. */
  place?: (ctx: Ctx, tx: Tx, inboxId: string, event: Extract<InboundEvent, { kind: 'message' | 'remark' }>) => Promise<Placed>;
  /** With `place`: whether an event must wait while an earlier one cannot be taken in. Default: every one must. */
  follows?: (event: InboundEvent, earlier: InboundEvent) => boolean;
  /** @throws ChannelError; what `sent` was called for counts as sent */
  deliver?: (call: Call, batch: readonly Outbound[], sent: Sent, note: NoteLine) => Promise<void>;
  /** The words that tell who wrote that it arrived, for channels on which one wonders; null for none. Said once, when a conversation opens. */
  acknowledge?: (call: Call, opened: Opened) => Acknowledgement | null;
  /** Which of our own names a reply on a line goes out under, where an inbox may have several. */
  sender?: (settings: Settings, state: Readonly<Record<string, unknown>>) => string | null;
  /** The folders one can choose from, for channels whose settings have a field of kind `folders`. @throws ChannelError */
  folders?: (call: Call) => Promise<readonly Folder[]>;
  /** Proves the settings against the platform. @throws ChannelError */
  check?: (call: Call) => Promise<Checked>;
  /**
   * Sends something that must come back as a `proof` event: that mail goes out says nothing of whether it comes in. Called hourly.
   * @returns whether it was sent: nothing comes back where nothing comes in
   */
  prove?: (call: Call) => Promise<boolean>;
  /** For platforms that we ask: a standing connection, kept up for each inbox by one process. */
  connect?: (call: Call, hear: Hear) => Promise<Connection>;
  /** Says a word of its own, or sees to a wish, over a line it just heard from. Bears a repetition; a failure is only logged. */
  attend?: (call: Call, line: Line, about: Attended, locale: 'ja' | 'en') => Promise<void>;
  /** Where the customer goes on with a conversation from elsewhere: an address that says our word over this channel. Null: nowhere yet. */
  continueUrl?: (settings: Settings, token: string, locale: 'ja' | 'en') => string | null;
  /** Whether everybody can read what is said on this line: nothing that is for the customer's eyes only may go there. */
  inPublic?: (lineExternalId: string) => boolean;
  /** Signs of life that cost nothing and may fail: the bot is about to answer; an agent has read what was written. */
  courtesies?: {
    answering?: (call: Call, line: KnownLine) => Promise<void>;
    seen?: (call: Call, line: KnownLine) => Promise<void>;
  };
  /** Looks after the inbox every minute: what of the platform's own furniture hangs on the business hours. Returns what is to be noted. */
  tend?: (call: Call, standing: Tended) => Promise<Readonly<Record<string, string | number>> | null>;
};

/** The platform has the message, and calls its parts by these ids. */
export type Sent = (message: Outbound, externalIds: string[]) => Promise<void>;
/** Keeps something with the message's line, durable once it returns: merged into `line.state`. */
export type NoteLine = (message: Outbound, state: Readonly<Record<string, unknown>>) => Promise<void>;

export type Placed = { threadExternalId: string; joinedBy?: string; subject?: string };

/** Settings of one inbox, secrets unsealed; already checked against the channel's fields. */
export type Settings = Readonly<Record<string, string | number | boolean | undefined>>;

/** How a standing connection hands in what it fetched and tells how it is. */
export type Hear = {
  /** Kept durably once it returns. The same external id again is the same payload: false, and nothing is written. */
  payload: (payload: { externalId: string; headers?: Record<string, string>; body: Buffer }) => Promise<boolean>;
  connected: (notes?: Readonly<Record<string, string | number>>) => Promise<void>;
  failed: (failure: ChannelFailure, detail?: string) => Promise<void>;
  /** Something an administrator should see to although the connection stands and goes on; `connected` takes it back. */
  ails: (failure: ChannelFailure, detail: string) => Promise<void>;
  /** How much of what was handed in waits to be read: what is not urgent holds back while it is much. Counted to a thousand at most. */
  backlog: () => Promise<number>;
  oldestUnread: (at: Date | null) => Promise<void>;
  /** Something the connection wants to find again after a restart, such as how far a folder was read. */
  remember: (notes: Readonly<Record<string, string | number>>) => Promise<void>;
  /** A period that is to be read in, and how far that got; null for none. */
  backfill: () => Promise<BackfillWish | null>;
  /** Has `tell` called as long as a period waits to be read in, about once a second: it is for the connection to know that it is at it. */
  whenAsked: (tell: () => void) => void;
  /** @returns false once it was given up: nothing more is to be read in */
  backfilled: (id: string, step: BackfillStep) => Promise<boolean>;
  /** It cannot be read in, now or later. */
  backfillFailed: (id: string, failure: ChannelFailure, detail: string) => Promise<void>;
  remembered: () => Promise<Readonly<Record<string, string | number>>>;
};
