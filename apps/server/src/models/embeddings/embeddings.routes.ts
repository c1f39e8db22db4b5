import * as contract from '@madoguchi/contract/embeddings.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import type { ModelHosts } from '../hosts.rules.ts';
import { changeEmbeddingSettings } from './embeddings.commands.ts';
import { storedEmbeddingSettings, toEmbeddingSettings } from './embeddings.queries.ts';
import type { AskEmbeddings } from './embeddings.types.ts';
import type { LocalModel } from './local/local.types.ts';
import { toLocalModel } from './local/shown.rules.ts';
import { tryEmbeddings } from './test-embeddings.commands.ts';

type Deps = { sealingKey: Buffer; hosts: ModelHosts; ask: AskEmbeddings; local: LocalModel; hasLocal: boolean };

export function embeddingsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.getEmbeddingSettings, 'workspace.manage', async (ctx) =>
    toEmbeddingSettings(await ctx.transaction((tx) => storedEmbeddingSettings(tx, ctx.viewer.workspaceId))),
  );
  serve(app, contract.putEmbeddingSettings, 'workspace.manage', (ctx, { body }) => changeEmbeddingSettings(ctx, deps, body));
  serve(app, contract.getLocalModel, 'workspace.manage', async () => toLocalModel(await deps.local.look()));
  serve(app, contract.testEmbeddings, 'workspace.manage', (ctx, { body }) => tryEmbeddings(ctx, deps, body));
}
