import * as contract from '@madoguchi/contract/links.ts';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import type { Channels } from '../channels.registry.ts';
import type { Calls } from '../port/calls.ts';
import { issueAccountNonce } from './account-links.commands.ts';
import { continuationOf } from './continuation.commands.ts';
import { undoLinkAsAgent } from './undo-as-agent.ts';

export function linksRoutes(app: FastifyInstance, deps: { platform: Platform; channels: Channels; calls: Calls }): void {
  serve(app, contract.createAccountLink, 'inbox.manage', async (ctx, { params, body }) => {
    const { nonce, expiresAt } = await issueAccountNonce(ctx, params.id, body);
    return { nonce, expiresAt: expiresAt.toISOString() };
  });
  serve(app, contract.createContinuation, 'conversation.reply', async (ctx, { params, body }) => {
    const { expiresAt, ...link } = await continuationOf(deps, ctx, { conversationId: params.id, inboxId: body.inboxId });
    return { ...link, expiresAt: expiresAt.toISOString() };
  });
  serve(app, contract.undoContinuation, 'conversation.reply', async (ctx, { params, body }) => {
    await undoLinkAsAgent(deps.platform, ctx, { conversationId: params.id, threadId: body.threadId });
    return { threadId: body.threadId };
  });
}
