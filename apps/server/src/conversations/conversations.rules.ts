// Pure: no database, no clock, no await. Every decision of this room is here and nowhere else.
import type { Status } from '@madoguchi/contract/conversations.ts';
import type { HandledBy } from './conversations.types.ts';

const HOUR_IN_MS = 3_600_000;
/** A matter that people resolved is the same matter when the customer writes again within three days. */
export const REOPEN_WITHIN_MS = 72 * HOUR_IN_MS;

export type Known = { status: Status; handledBy: HandledBy; resolvedAt: Date | null };

/**
 * Where a customer's message goes: on with the open matter, back into one just resolved by people, or into a new one.
 * What the bot resolved is done: the next question is a new matter, and counts as one.
 */
export function placeInbound(latest: Known | null, now: Date): 'continue' | 'reopen' | 'open' {
  if (!latest) return 'open';
  if (latest.status === 'open' || latest.status === 'waiting') return 'continue';
  const justResolved = latest.resolvedAt !== null && now.getTime() - latest.resolvedAt.getTime() <= REOPEN_WITHIN_MS;
  return latest.status === 'resolved' && latest.handledBy === 'human' && justResolved ? 'reopen' : 'open';
}

/** Messages that a sender had not seen and that answer the customer: a reply on top of them would be a double one. */
export function unseenAnswers<M extends { seq: number; kind: string; authorKind: string; delivery: string }>(
  messages: readonly M[],
  seenSeq: number,
): M[] {
  return messages.filter(
    ({ seq, kind, authorKind, delivery }) =>
      seq > seenSeq &&
      kind === 'message' &&
      (authorKind === 'agent' || authorKind === 'bot') &&
      delivery !== 'withdrawn' &&
      delivery !== 'failed',
  );
}

/**
 * What a conversation becomes when a held reply goes out; null: it stays as it is. What happened while the reply was held counts for more:
 * what the customer wrote still waits for an answer, and what an agent declared done stays done.
 */
export function statusAfterRelease(
  now: { status: Status; resolvedAt: Date | null; customerWroteSince: boolean },
  reply: { thenStatus: 'waiting' | 'resolved'; heldSince: Date },
): 'waiting' | 'resolved' | null {
  const isDone = now.status === 'resolved' || now.status === 'closed';
  const doneSince = isDone && now.resolvedAt !== null && now.resolvedAt >= reply.heldSince;
  return now.customerWroteSince || doneSince ? null : reply.thenStatus;
}

/** Whether a reply can still be taken back. After its release it cannot, however little time has passed. */
export const canWithdraw = (delivery: string): boolean => delivery === 'held';

const PREVIEW_CHARACTERS = 120;

/** What a list shows of a message: one line, cut between characters, never inside one. */
export function previewOf(text: string, attachments: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return attachments > 0 ? '📎' : '';
  const characters = [...line];
  return characters.length > PREVIEW_CHARACTERS ? `${characters.slice(0, PREVIEW_CHARACTERS - 1).join('')}…` : line;
}

const SUBJECT_CHARACTERS = 60;

/** The subject a conversation gets from its first message, until somebody gives it a better one. */
export const subjectOf = (text: string): string => [...text.replace(/\s+/g, ' ').trim()].slice(0, SUBJECT_CHARACTERS).join('');

/**
 * Whether a platform's word about our message is news. Only what went out can arrive or fail; what arrived cannot fail any more, and
 * nothing happens twice.
 */
export const canComeTo = (message: { delivery: string; delivered_at: Date | null }, state: 'delivered' | 'failed'): boolean =>
  state === 'delivered'
    ? (message.delivery === 'sent' || message.delivery === 'failed') && message.delivered_at === null
    : message.delivery === 'sent' && message.delivered_at === null;
