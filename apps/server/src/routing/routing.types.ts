import type { Difficulty, QueueBody, Reason } from '@madoguchi/contract/routing.ts';

/** What agents can have some of at once. */
export type ChannelClass = 'chats' | 'messages' | 'calls';
export type Capacity = Record<ChannelClass, number>;

/** A queue as rules see it. */
export type QueueRule = Omit<QueueBody, 'overflow'> & {
  id: string;
  isDefault: boolean;
  overflow: QueueBody['overflow'];
};

/** What rules ask of a conversation to find its queue. */
export type Placing = {
  channel: string;
  inboxId: string;
  page: string;
  tags: readonly string[];
  subject: string;
  language: string;
  attributes: Readonly<Record<string, unknown>>;
  difficulty: Difficulty;
};

/** An agent as rules see them now. Times in ms. */
export type Candidate = {
  id: string;
  available: boolean;
  tier: number;
  languages: readonly string[];
  skills: Readonly<Record<string, number>>;
  capacity: Capacity;
  /** What they have now, without what is offered to them. */
  load: Capacity;
  teamIds: readonly string[];
  inboxes: 'all' | readonly string[];
  idleSince: number;
};

/** A conversation that waits, as rules see it. Times in ms. */
export type Waiting = {
  id: string;
  queueId: string;
  inboxId: string;
  kind: ChannelClass;
  language: string;
  /** 0 low to 3 urgent. */
  priority: number;
  waitingSince: number;
  queuedAt: number;
  overflowed: readonly string[];
  /** The least tier that may have it, besides the queue's own. */
  tier: number;
  /** Only members may have it. */
  teamId: string | null;
  /** Who answered this customer last, or stands in for them. */
  lastAgentId: string | null;
  /** Agents asked already in this round. */
  asked: readonly string[];
  /** When the round ended for want of anybody else to ask; null: it goes on. */
  roundEndedAt: number | null;
};

export type OpenOffer = { id: string; conversationId: string; agentId: string; kind: ChannelClass; expiresAt: number };

/** Everything that a pass over a workspace decides on. */
export type Scene = {
  queues: readonly QueueRule[];
  agents: readonly Candidate[];
  waiting: readonly Waiting[];
  offers: readonly OpenOffer[];
  lastAgentSeconds: number;
};

/** What a pass does, in order. */
export type Act =
  | { act: 'end_offer'; offerId: string; conversationId: string; agentId: string; outcome: 'timed_out' | 'withdrawn' }
  | { act: 'overflow'; conversationId: string; from: string; to: string }
  | { act: 'end_round'; conversationId: string }
  | { act: 'begin_round'; conversationId: string }
  | { act: 'offer'; conversationId: string; queueId: string; agentId: string; expiresAt: number; why: Reason[] }
  | { act: 'give'; conversationId: string; queueId: string; agentId: string; why: Reason[] };
