import { submitForm } from '@madoguchi/contract/chat.ts';
import type { FastifyInstance } from 'fastify';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { serve } from '../../platform/http/routes.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import { helpAddress } from '../../workspaces/brands/brands.rules.ts';
import type { VisitorTokens } from '../chat/chat.types.ts';
import { reachInbox } from '../chat/chat.visitors.ts';
import { admitOrigin, letPagesRead } from '../origins.ts';
import { takeInquiry } from './form.commands.ts';

type Deps = {
  platform: Platform;
  tokens: VisitorTokens;
  /** The installation's own address, if it is known. */
  publicUrl: string | null;
};

/** The contact form for pages and programs; the help center's own page calls takeInquiry itself. */
export function formRoutes(root: FastifyInstance, { platform, tokens, publicUrl }: Deps): void {
  root.register(async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      letPagesRead(request, reply);
      if (request.method === 'OPTIONS') return;
      request.inbox = await reachInbox(platform, request, 'form');
      admitOrigin(request, request.inbox.allowedOrigins);
    });
    app.options('/api/form/:key', { config: { permit: 'public' }, schema: { hide: true } }, async (_request, reply) =>
      reply.code(204).send(),
    );
    serve(
      app,
      submitForm,
      'public',
      async (_ctx, { body, request }) => {
        const inbox = request.inbox!;
        const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
        return takeInquiry(ctx, tokens, inbox.id, body, helpAddress((await brandsOf(ctx)).ofInbox(inbox.id), publicUrl));
      },
      { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    );
  });
}
