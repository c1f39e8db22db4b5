import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import type { IdentityKind } from '../../customers/customers.types.ts';

/** What came in, as it came. `body` is never altered. */
export type RawPayload = { headers: Readonly<Record<string, string>>; body: Buffer; receivedAt: Date };

/** The line an event is about: the platform's name of the talk, and who is at the other end. */
export type Line = {
  externalId: string;
  identity: {
    kind: IdentityKind;
    value: string;
    /** Proven by the platform's signature, or by a message from that very address. */
    verified: boolean;
  };
  /** Other addresses that the same proof is good for: the phone number behind a WhatsApp id. */
  also?: readonly { kind: IdentityKind; value: string }[];
  name?: string;
  locale?: 'ja' | 'en';
  /** Kept with the line for `deliver`: a reply token, the last message's id. Merged into what is there. */
  state?: Readonly<Record<string, unknown>>;
};

/** A file of a message: its bytes when they came along, or the name by which `fetchFile` gets them. */
export type InboundFile = { name: string; type?: string; bytes: Buffer } | { name: string; type?: string; ref: string };

export type InboundEvent =
  | {
      kind: 'message';
      /** The platform's id of the message: the same one is the same message, however often it comes. */
      externalId: string;
      line: Line;
      text: string;
      blocks?: Block[];
      /** A pressed button of ours, as `encodeChoice` wrote it. */
      pressed?: string;
      choice?: Choice;
      files?: InboundFile[];
      subject?: string;
      at?: Date;
      /** Written long before it was read in: it keeps its date, and nobody waits for an answer. */
      past?: boolean;
      /** What `place` needs to find the conversation: references, tokens. */
      hints?: Readonly<Record<string, unknown>>;
      joinedBy?: string;
      /** The message this one answers, by the platform's id: ours or the customer's own. */
      repliesTo?: string;
    }
  /** Something agents should know and that waits for no answer, such as an automatic reply: a note, if the conversation is known. */
  | { kind: 'remark'; externalId: string; line: Line; text: string; hints: Readonly<Record<string, unknown>> }
  /** The customer took a message back. */
  | { kind: 'unsent'; externalId: string; line: Line }
  /** The customer can, or can no longer, be written to: followed, blocked, opted out, bounced. */
  | {
      kind: 'reach';
      line: Line;
      reachable: boolean;
      because: string;
      /** When it happened there: what is older than what is known already changes nothing. */
      at?: Date;
      /** Somebody who never wrote is not taken down for this. */
      onlyIfKnown?: boolean;
    }
  /** How far a message of ours got, by the platform's id of it. `unreachable`: its address is no good, nothing more is to be sent there. */
  | {
      kind: 'receipt';
      externalId: string;
      state: 'delivered' | 'seen' | 'failed';
      code?: string;
      detail?: string;
      at?: Date;
      unreachable?: boolean;
    }
  /** A text of `sendText` did not arrive although the platform had taken it. */
  | { kind: 'text_lost'; textId: string; code: string }
  /** Everything sent on the line up to then was read. */
  | { kind: 'seen_until'; line: Line; at: Date }
  /** The customer proved, by a link we gave them, that this line and another are theirs. */
  | { kind: 'linked'; line: Line; token: string; at?: Date }
  /** The company's own sign-in proved, by a nonce we gave its server, which customer of theirs this line is. */
  | { kind: 'identified'; line: Line; nonce: string }
  /** A wish that the channel itself sees to, without a conversation: `attend` of the channel is asked. */
  | { kind: 'wish'; line: Line; wish: string }
  /** What we sent ourselves to see whether it comes back did. */
  | { kind: 'proof' }
  /** Understood, and nothing of ours. */
  | { kind: 'ignored'; because: string };

export type MessageEvent = Extract<InboundEvent, { kind: 'message' }>;

export type OutboundFile = {
  name: string;
  type: string;
  sizeInBytes: number;
  read: () => Promise<Buffer>;
  /** Where the platform can fetch it for a day; null when this installation has no public address. */
  url: string | null;
  /** The same for the customer to keep: until a time of the channel's choosing. */
  lastingUrl?: (until: Date) => string | null;
};

/** One message of ours to one line. */
export type Outbound = {
  messageId: string;
  /** Stable over every try: a UUID made from the message's id. */
  idempotencyKey: string;
  text: string;
  choices: { label: string; data: string; choice: Choice }[];
  /** Addresses to be shown side by side: only for channels whose capabilities say that they can. */
  links: { label: string; url: string }[];
  /** The article a bot's answer quotes. */
  quote: { title: string; url: string | null; text: string } | null;
  files: OutboundFile[];
  /** What it is headed, where that is not the conversation's subject. */
  subject?: string;
  author: { kind: 'agent' | 'bot' | 'system'; name: string };
  at: Date;
  line: {
    threadId: string;
    externalId: string;
    identity: { kind: string; value: string };
    state: Readonly<Record<string, unknown>>;
    lastInboundAt: Date | null;
    /** False once the customer cannot be written to any more: see the event `reach`. */
    reachable: boolean;
  };
  conversation: { id: string; number: number; subject: string; locale: 'ja' | 'en' };
  customer: { id: string; name: string };
  /** The platform's ids of the conversation's earlier messages on this line, oldest first, at most 20. */
  earlier: string[];
};
