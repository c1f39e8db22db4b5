import * as contract from '@madoguchi/contract/search.ts';
import type { FastifyInstance } from 'fastify';
import type { Searches } from '../knowledge/life/find-for-agents.queries.ts';
import { serve } from '../platform/http/routes.ts';
import { beginAnew } from './keep/build.commands.ts';
import { buildState } from './keep/build.queries.ts';
import { findEverything } from './query/everything.ts';
import type { ClauseReader } from './terms/clauses.ts';

type Deps = { read: ClauseReader; articles: Searches };

export function searchRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.searchEverything, 'conversation.read', (ctx, { query }) => findEverything(ctx, deps, query));
  serve(app, contract.searchBuild, 'conversation.read', buildState);
  serve(app, contract.rebuildSearch, 'workspace.manage', async (ctx) => {
    await beginAnew(ctx);
    return buildState(ctx);
  });
}
