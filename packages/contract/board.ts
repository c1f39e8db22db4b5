import { z } from 'zod';
import { id, time } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { presenceReason, presenceState, queueMode } from './routing.ts';

const count = z.number().int();
const perClass = z.object({ chats: count, messages: count, calls: count });

export const boardQueue = z.object({
  id: id('que'),
  name: z.string(),
  mode: queueMode,
  /** Conversations that people have, where it is our turn, and that nobody is responsible for. */
  waiting: count,
  /** Since when the longest waiting customer of these waits. */
  oldest: time.nullable(),
});
export type BoardQueue = z.infer<typeof boardQueue>;

export const boardAgent = z.object({
  id: id('agt'),
  name: z.string(),
  state: presenceState,
  reasonId: z.string().nullable(),
  /** Since when they are as they are; null for one who was never here. */
  since: time.nullable(),
  automatic: z.boolean(),
  /** What they have at once, and how much of it they may have. */
  load: perClass,
  capacity: perClass,
  /** Open conversations that are theirs; of these, those in which the customer waits, and since when the first. */
  open: count,
  unanswered: count,
  oldest: time.nullable(),
});
export type BoardAgent = z.infer<typeof boardAgent>;

export const boardTotals = z.object({
  /** The sum over the queues. */
  waiting: count,
  oldest: time.nullable(),
  /** Open conversations that somebody is responsible for; of these, those in which the customer waits for an answer. */
  inProgress: count,
  unanswered: count,
  /** Conversations in which a person answered since midnight, by the workspace's clock; one counts once. */
  answeredToday: count,
  /** Conversations resolved or closed since midnight that are so still, of those with a word in the last thirty days; of these, those no person had. */
  resolvedToday: count,
  resolvedByBotToday: count,
});
export type BoardTotals = z.infer<typeof boardTotals>;

export const board = z.object({
  /** When these figures were read, by the server's clock. */
  at: time,
  /** The viewer does not see every inbox: all figures are of those they see. */
  partial: z.boolean(),
  /** How soon customers are told that somebody answers: who waits longer waits long. */
  replyMinutes: count,
  totals: boardTotals,
  queues: z.array(boardQueue),
  agents: z.array(boardAgent),
  reasons: z.array(presenceReason),
  /** The ten promises that run out next, the first to end first. */
  next: z.array(conversation),
  /** How many are past due already, counted to a thousand. */
  overdue: count,
  /** Open conversations whose customers sound so, counted to a thousand, and ten of them: the angry first, of these who waits longest. */
  angry: count,
  displeased: count,
  upset: z.array(conversation),
});
export type Board = z.infer<typeof board>;

export const getBoard = endpoint('GET', '/api/board', {
  summary: 'How things stand now: who waits, who is there, what runs out next; at most three seconds old',
  response: board,
});

/** At most this many at a time. */
export const BOARD_LIST = 200;
export const listBoardConversations = endpoint('GET', '/api/board/conversations', {
  summary: 'The conversations behind a number of the board, the longest waiting first: those an agent has, of one queue, or of all',
  query: z.object({ queueId: id('que').optional(), agentId: id('agt').optional() }),
  response: z.object({ items: z.array(conversation) }),
});
