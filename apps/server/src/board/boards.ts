import type { Board } from '@madoguchi/contract/board.ts';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { readBoard } from './board.queries.ts';
import { type Today, todayOf } from './today.queries.ts';

const BOARD_LASTS_MS = 3000;
const TODAY_LASTS_MS = 15_000;

/** Who sees the same inboxes of the same workspace sees the same board; whoever sees less of them has one of their own. */
const fenceOf = ({ workspaceId, inboxes, sight }: Viewer): string =>
  `${workspaceId} ${inboxes === 'all' ? '*' : [...inboxes].sort().join(',')} ${sight ? JSON.stringify(sight) : ''}`;

/** The board as it is told: read once for everybody behind the same fence who asks within three seconds. */
export function makeBoards(): (ctx: Ctx) => Promise<Board> {
  const boards = makeShortCache<Board>({ ttlMs: BOARD_LASTS_MS, max: 500 });
  const days = makeShortCache<Today>({ ttlMs: TODAY_LASTS_MS, max: 500 });
  return (ctx) => {
    const fence = fenceOf(ctx.viewer);
    return boards.get(fence, () => ctx.transaction(async (tx) => readBoard(ctx, tx, await days.get(fence, () => todayOf(ctx, tx)))));
  };
}
