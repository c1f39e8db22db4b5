import * as contract from '@madoguchi/contract/search.ts';
import type { FastifyInstance } from 'fastify';
import type { Searches } from '../knowledge/life/find-for-agents.queries.ts';
import { serve } from '../platform/http/routes.ts';
import { beginAnew } from './keep/build.commands.ts';
import { buildState } from './keep/build.queries.ts';
import { findEverything } from './query/everything.ts';
import type { ClauseReader } from './terms/clauses.ts';

type Deps = { read: ClauseReader; articles: Searches };

/** One box for everything, and each kind is looked for only by those who may read it. */
const guards: Readonly<Record<contract.SearchKind, string>> = {
  conversations: 'conversation.read',
  customers: 'customer.read',
  orders: 'customer.read',
  articles: 'knowledge.read',
};

export function searchRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.searchEverything, 'conversation.read', (ctx, { query }) => {
    const kinds = query.kinds.split(',').filter((kind) => ctx.may(guards[kind as contract.SearchKind]));
    return findEverything(ctx, deps, { ...query, kinds: kinds.join(',') });
  });
  serve(app, contract.searchBuild, 'conversation.read', buildState);
  serve(app, contract.rebuildSearch, 'workspace.manage', async (ctx) => {
    await beginAnew(ctx);
    return buildState(ctx);
  });
}
