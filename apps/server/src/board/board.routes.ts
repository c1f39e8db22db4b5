import * as contract from '@madoguchi/contract/board.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { conversationsBehind } from './behind.queries.ts';
import { makeBoards } from './boards.ts';

export function boardRoutes(app: FastifyInstance): void {
  const board = makeBoards();
  serve(app, contract.getBoard, 'board.read', (ctx) => board(ctx));
  serve(app, contract.listBoardConversations, 'board.read', async (ctx, { query }) => ({
    items: await ctx.transaction((tx) => conversationsBehind(ctx, tx, query)),
  }));
}
