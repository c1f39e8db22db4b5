import * as contract from '@madoguchi/contract/workspaces.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import type { Keys } from '../platform/secrets/keys.ts';
import { revealIdentitySecret, updateInbox } from './inboxes.commands.ts';
import { listInboxes } from './inboxes.queries.ts';
import { updateWorkspace } from './workspaces.commands.ts';
import { readWorkspace } from './workspaces.queries.ts';

export function workspacesRoutes(app: FastifyInstance, { keys }: { keys: Keys }): void {
  serve(app, contract.getWorkspace, 'workspace.read', (ctx) => ctx.transaction((tx) => readWorkspace(tx, ctx.viewer.workspaceId)));
  serve(app, contract.updateWorkspace, 'workspace.manage', (ctx, { body }) => updateWorkspace(ctx, body));

  serve(app, contract.listInboxes, 'workspace.read', async (ctx) => ({ items: await ctx.transaction((tx) => listInboxes(ctx, tx)) }));
  serve(app, contract.updateInbox, 'inbox.manage', (ctx, { params, body }) => updateInbox(ctx, params.id, body));
  serve(app, contract.revealIdentitySecret, 'inbox.manage', async (ctx, { params }) => ({
    secret: await revealIdentitySecret(ctx, keys, params.id),
  }));
}
