import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. Whom it is about stands in the row as long as it is there. */
export const senderBlocked = fact('spam.sender_blocked', 1)<{ blockId: string; kind: string }>();
export const senderUnblocked = fact('spam.sender_unblocked', 1)<{ blockId: string; kind: string }>();
export const spamFilterSwitched = fact('spam.filter_switched', 1)<{ on: boolean }>();
