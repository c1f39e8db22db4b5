import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { asWaiting, paceNow, type QueuedRow, queueOf } from '../../conversations/queue/queue.queries.ts';
import { isInQueue, type Pace, placesIn, queueAt } from '../../conversations/queue/queue.rules.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';

/** One who waits, as they may see it themselves. */
export type Queued = { row: QueuedRow; queue: ChatQueue };
/** Everybody who waits in an inbox, by conversation and by customer. */
export type QueueBoard = { byConversation: ReadonlyMap<string, Queued>; byCustomer: ReadonlyMap<string, Queued> };
type Inbox = { workspaceId: string; inboxId: string };
type Asked = Parameters<typeof isInQueue>[0] & Pick<ConversationRow, 'id' | 'inbox_id'>;

export type QueueBoards = {
  /** The queue of an inbox, at most two seconds old. */
  read(inbox: Inbox): Promise<QueueBoard>;
  /** The queue of an inbox as it is now. */
  readAnew(inbox: Inbox): Promise<QueueBoard>;
  /** What a customer is told of their place; null for a conversation that does not wait, or whose place nobody has counted yet. */
  placeOf(workspaceId: string, conversation: Asked): Promise<ChatQueue | null>;
};

const BOARD_LASTS_MS = 2000;
const PACE_LASTS_MS = 30_000;

/**
 * The queues as customers are told of them: read once for everybody who asks in the same moment, so that a thousand who wait cost what one
 * does. A reading that fails is not kept.
 */
export function makeQueueBoards(platform: Platform): QueueBoards {
  const ctxOf = ({ workspaceId }: Inbox) => makeCtx(platform, systemViewer(workspaceId), systemActor);
  const paces = makeShortCache<Pace | null>({ ttlMs: PACE_LASTS_MS, max: 1000 });
  const boards = makeShortCache<QueueBoard>({ ttlMs: BOARD_LASTS_MS, max: 1000 });

  async function count(inbox: Inbox): Promise<QueueBoard> {
    const ctx = ctxOf(inbox);
    const pace = await paces.get(inbox.inboxId, () => ctx.transaction((tx) => paceNow(ctx, tx, inbox.inboxId)));
    // That nobody is there is known without a reading, and must not outlast the opening.
    if (!pace) paces.drop(inbox.inboxId);
    const paceIn = (queueId: string | null) =>
      queueId === null || pace === null
        ? Promise.resolve(pace)
        : paces.get(`${inbox.inboxId} ${queueId}`, () => ctx.transaction((tx) => paceNow(ctx, tx, inbox.inboxId, queueId)));
    return boardOf(ctx, inbox, paceIn);
  }
  const read = (inbox: Inbox) => boards.get(inbox.inboxId, () => count(inbox));
  return {
    read,
    readAnew(inbox) {
      boards.drop(inbox.inboxId);
      return read(inbox);
    },
    async placeOf(workspaceId, conversation) {
      if (!isInQueue(conversation)) return null;
      return (await read({ workspaceId, inboxId: conversation.inbox_id })).byConversation.get(conversation.id)?.queue ?? null;
    },
  };
}

async function boardOf(
  ctx: Ctx,
  { workspaceId, inboxId }: Inbox,
  paceIn: (queueId: string | null) => Promise<Pace | null>,
): Promise<QueueBoard> {
  const rows = await ctx.transaction((tx) => queueOf(tx, workspaceId, inboxId));
  const places = placesIn(rows.map(asWaiting));
  const here = rows.filter(({ inbox_id }) => inbox_id === inboxId);
  const queued: Queued[] = [];
  for (const row of here) queued.push({ row, queue: queueAt(places.get(row.id)!, await paceIn(row.queue_id)) });
  return {
    byConversation: new Map(queued.map((one) => [one.row.id, one])),
    byCustomer: new Map(queued.map((one) => [one.row.customer_id, one])),
  };
}
