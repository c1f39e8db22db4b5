import * as contract from '@madoguchi/contract/models.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import type { ModelHosts } from './hosts.rules.ts';
import { changeModelSettings } from './models.commands.ts';
import { storedSettings, toModelSettings } from './models.queries.ts';
import type { AskModel } from './models.types.ts';
import { tryModel } from './test-model.commands.ts';
import { modelUsageOf } from './usage.queries.ts';

type Deps = { sealingKey: Buffer; hosts: ModelHosts; ask: AskModel };

export function modelsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.getModelSettings, 'workspace.manage', async (ctx) =>
    toModelSettings(await ctx.transaction((tx) => storedSettings(tx, ctx.viewer.workspaceId))),
  );
  serve(app, contract.putModelSettings, 'workspace.manage', (ctx, { body }) => changeModelSettings(ctx, deps, body));
  serve(app, contract.testModel, 'workspace.manage', (ctx, { body }) => tryModel(ctx, deps, body));
  serve(app, contract.modelUsage, 'workspace.manage', (ctx, { query }) => modelUsageOf(ctx, query.days));
}
