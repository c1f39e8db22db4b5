// Pure: which messages go out together, by a free reply or by a push, and how an interrupted request is repeated.
import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import type { Outbound } from '../../port/port.types.ts';
import type { LineState, Sending } from '../line.types.ts';

/** Message objects in a request. */
const MOST_OBJECTS = 5;
/** LINE says that a reply token is good for a minute at least: https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
export const REPLY_FOR_MS = 50_000;

export type Ready = { message: Outbound; objects: messagingApi.Message[] };
export type Request = {
  messages: Outbound[];
  objects: messagingApi.Message[];
  /** Which part of a message that takes several requests; 0 for all others. */
  part: number;
  isLast: boolean;
};

/**
 * The next request of a batch: as many whole messages as fit, or a part of one that fits in none. A push is paid by the request and not by
 * the message, so they go together. What was under way is repeated as it was, and not together with what came later: its key stands for
 * exactly those messages.
 */
export function nextRequest(ready: readonly Ready[], sending: Sending | null): Request {
  const first = ready[0]!;
  const again = sending?.messageIds.includes(first.message.messageId) ? sending : null;
  if (first.objects.length > MOST_OBJECTS) return partOf(first, again?.part ?? 0);
  const together: Ready[] = [];
  let room = MOST_OBJECTS;
  for (const one of ready) {
    if (again && !again.messageIds.includes(one.message.messageId)) break;
    if (one.objects.length > room) break;
    room -= one.objects.length;
    together.push(one);
  }
  return {
    messages: together.map(({ message }) => message),
    objects: together.flatMap(({ objects }, index) => (index < together.length - 1 ? objects.map(withoutButtons) : objects)),
    part: 0,
    isLast: true,
  };
}

/** The request after one that went out: of the same message, while it has parts left. */
export function partOf({ message, objects }: Ready, part: number): Request {
  const parts = Math.ceil(objects.length / MOST_OBJECTS);
  return {
    messages: [message],
    objects: objects.slice(part * MOST_OBJECTS, (part + 1) * MOST_OBJECTS),
    part,
    isLast: part >= parts - 1,
  };
}

/** LINE shows the quick replies of the last message only, and refuses none: those of earlier ones are left out. */
function withoutButtons(object: messagingApi.Message): messagingApi.Message {
  const { quickReply: _, ...rest } = object;
  return rest;
}

/** The key of a push: always the same for the same messages and part. A UUID (version 8, RFC 9562). */
export function keyOf(messages: readonly Outbound[], part: number): string {
  const [only, ...others] = messages;
  if (only && others.length === 0 && part === 0) return only.idempotencyKey;
  const name = [...messages.map(({ idempotencyKey }) => idempotencyKey), part].join(' ');
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The token with which this can be said for free; null: it must be pushed. */
export function usableToken({ replyToken, replyAt, usedToken }: LineState, now: Date): { replyToken: string; replyAt: number } | null {
  if (!replyToken || replyAt === undefined || replyToken === usedToken || now.getTime() - replyAt > REPLY_FOR_MS) return null;
  return { replyToken, replyAt };
}

/**
 * What a refused reply token says of a request that was tried before. A token is good once: refused while it cannot have run out, it was used,
 * by that very request. Later nobody can tell, and saying something twice is better than never.
 */
export const wasAccepted = (sending: Pick<Sending, 'replyAt'>, now: Date): boolean => now.getTime() - sending.replyAt <= REPLY_FOR_MS;

/** Whether the remembered request is this one. */
export const isSame = (sending: Sending | null | undefined, { messages, part }: Request): sending is Sending =>
  !!sending &&
  sending.part === part &&
  sending.messageIds.length === messages.length &&
  messages.every(({ messageId }, index) => sending.messageIds[index] === messageId);
