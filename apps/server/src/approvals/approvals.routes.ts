import * as contract from '@madoguchi/contract/approvals.ts';
import type { FastifyInstance } from 'fastify';
import type { MessageRow } from '../conversations/conversations.types.ts';
import { presentMessages } from '../conversations/queries/present.ts';
import { conversationById } from '../conversations/queries/read.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { serve } from '../platform/http/routes.ts';
import { approvalsOf } from './approvals.queries.ts';
import { approve, giveBack } from './decide/decide.commands.ts';
import { removeRule, saveRule, sortRules } from './rules/rules.commands.ts';
import { listRules } from './rules/rules.queries.ts';

/** Whom a rule names may approve without the permission: who may is decided with the reply at hand. */
export function approvalsRoutes(app: FastifyInstance, links: FileLinks): void {
  const present = async (ctx: Ctx, row: MessageRow) => (await ctx.transaction((tx) => presentMessages(tx, [row], links)))[0]!;
  serve(app, contract.listApprovalRules, 'workspace.manage', async (ctx) => ({ items: await ctx.transaction((tx) => listRules(ctx, tx)) }));
  serve(app, contract.createApprovalRule, 'workspace.manage', (ctx, { body }) => saveRule(ctx, null, body));
  serve(app, contract.sortApprovalRules, 'workspace.manage', async (ctx, { body }) => ({ items: await sortRules(ctx, body.ids) }));
  serve(app, contract.updateApprovalRule, 'workspace.manage', (ctx, { params, body }) => saveRule(ctx, params.id, body));
  serve(app, contract.removeApprovalRule, 'workspace.manage', async (ctx, { params }) => {
    await removeRule(ctx, params.id);
    return undefined;
  });
  serve(app, contract.listApprovals, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => {
      const { id } = await conversationById(tx, ctx.viewer.workspaceId, params.id);
      return { items: await approvalsOf(ctx, tx, id) };
    }),
  );
  serve(app, contract.approveReply, 'conversation.reply', async (ctx, { params, body }) =>
    present(ctx, await approve(ctx, params.id, body.text)),
  );
  serve(app, contract.returnReply, 'conversation.reply', async (ctx, { params, body }) =>
    present(ctx, await giveBack(ctx, params.id, body.comment)),
  );
}
