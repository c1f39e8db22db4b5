import * as contract from '@madoguchi/contract/reply-checks.ts';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '../platform/db/db.ts';
import { serve } from '../platform/http/routes.ts';
import { checkReply } from './check-reply.rules.ts';
import { addCompanyWord, changeCompanyWord, removeCompanyWord, setRulesOff } from './reply-checks.commands.ts';
import { agentNames, heldAgainst, replyCheckSettings } from './reply-checks.queries.ts';
import type { Draft } from './reply-checks.types.ts';

/** In which characters an inbox sends: the channels know. */
type CharsetOf = (tx: Tx, workspaceId: string, inboxId: string) => Promise<Draft['charset']>;

export function replyChecksRoutes(app: FastifyInstance, charsetOf: CharsetOf): void {
  serve(app, contract.checkReply, 'conversation.reply', (ctx, { params, body }) =>
    ctx.transaction(async (tx) => {
      const { workspaceId } = ctx.viewer;
      const against = await heldAgainst(tx, workspaceId, params.id, body.text, body.articleIds);
      const { off, words } = await replyCheckSettings(tx, workspaceId);
      const charset = body.inboxId ? await charsetOf(tx, workspaceId, body.inboxId) : 'utf-8';
      const { text, attachments } = body;
      return { findings: checkReply({ ...against, text, attachments, charset, companyWords: words }, off) };
    }),
  );
  serve(app, contract.tryReplyCheck, 'workspace.read', (ctx, { body }) =>
    ctx.transaction(async (tx) => {
      const { off, words } = await replyCheckSettings(tx, ctx.viewer.workspaceId);
      const example = {
        customerName: body.locale === 'ja' ? '佐藤 花子' : 'Hanako Sato',
        said: '',
        othersOrders: [],
        attachments: 0,
        articles: [],
      };
      const names = await agentNames(tx, ctx.viewer.workspaceId);
      return { findings: checkReply({ ...example, ...body, agentNames: names, charset: 'utf-8', companyWords: words }, off) };
    }),
  );

  serve(app, contract.getReplyChecks, 'workspace.read', (ctx) => ctx.transaction((tx) => replyCheckSettings(tx, ctx.viewer.workspaceId)));
  serve(app, contract.setReplyChecks, 'workspace.manage', (ctx, { body }) => setRulesOff(ctx, body.off));
  serve(app, contract.addCompanyWord, 'workspace.manage', (ctx, { body }) => addCompanyWord(ctx, body));
  serve(app, contract.changeCompanyWord, 'workspace.manage', (ctx, { params, body }) => changeCompanyWord(ctx, params.id, body));
  serve(app, contract.removeCompanyWord, 'workspace.manage', async (ctx, { params }) => {
    await removeCompanyWord(ctx, params.id);
    return undefined;
  });
}
