import type { LoggedFact } from '../../platform/event-log/read.ts';
import type { DueState } from '../conditions/conditions.types.ts';

/** A fact as history needs it. */
export type Past = Pick<LoggedFact, 'name' | 'data' | 'at' | 'xid' | 'position'>;

/** What the log tells of a conversation at a moment. */
export type State = {
  status: string;
  priority: string;
  agentId: string | null;
  teamId: string | null;
  tags: readonly string[];
  due: DueState;
  subject: string;
  text: string;
  /** How the customer sounded by then. */
  mood: string | null;
  messages: number;
  waitingSince: Date | null;
  score: number | null;
  bot: boolean;
  /** Spam, or gone on in another one: no rule's business. */
  aside: boolean;
  snoozed: boolean;
  openedAt: Date;
  lastActivityAt: Date;
  /** When it became the customer's turn, or was answered once more. */
  answeredAt: Date | null;
  /** When it came to nobody. */
  freeSince: Date;
};
