import * as contract from '@madoguchi/contract/system-mail.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import type { MailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { stuckMails, tryMail } from './system-mail.commands.ts';

const perAgent = (request: FastifyRequest): string => request.ctx.actor.id ?? request.ip;

/** Whether the installation's mail works: said and tried in the settings. */
export function systemMailRoutes(app: FastifyInstance, mail: MailTransport): void {
  serve(app, contract.getSystemMail, 'workspace.manage', async (ctx) => ({
    available: mail.available,
    from: mail.from,
    stuck: await ctx.transaction((tx) => stuckMails(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.testSystemMail, 'workspace.manage', (ctx) => tryMail(ctx, mail), {
    config: { rateLimit: { max: 10, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: perAgent } },
  });
}
