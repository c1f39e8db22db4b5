import type { Board } from '@madoguchi/contract/board.ts';
import { queryOptions } from '@tanstack/react-query';
import { getBoard, listBoardConversations } from '../app/api.ts';
import { call } from '../app/client.ts';

/** How often a screen asks. The server reads anew at most every three seconds, however many ask. */
const EVERY_MS = 5000;
/** A clock that differs by less than this is not worth correcting: an answer may be three seconds old. */
const SKEW_MS = 8000;

/** The board, with by how much this machine's clock is ahead of the server's: screens on walls have clocks that nobody sets. */
export type BoardNow = Board & { skew: number };

export const boardQuery = queryOptions({
  queryKey: ['board'] as const,
  queryFn: async (): Promise<BoardNow> => {
    const board = await call(getBoard, {});
    const skew = Date.now() - Date.parse(board.at);
    return { ...board, skew: Math.abs(skew) < SKEW_MS ? 0 : skew };
  },
  refetchInterval: EVERY_MS,
  refetchOnWindowFocus: true,
  staleTime: 3000,
});

/** Which conversations: of a queue, of an agent, or all that wait. */
export type Of = { queueId?: string; agentId?: string };

export const behindKey = ['board', 'behind'] as const;
export const behindQuery = (of: Of) =>
  queryOptions({
    queryKey: [...behindKey, of.queueId ?? null, of.agentId ?? null] as const,
    queryFn: () => call(listBoardConversations, { query: of }),
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
