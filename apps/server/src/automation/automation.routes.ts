import * as contract from '@madoguchi/contract/automation.ts';
import type { FastifyInstance } from 'fastify';
import { conversationById } from '../conversations/queries/read.ts';
import { serve } from '../platform/http/routes.ts';
import { cancelDryRun, startDryRun } from './dry-run/dry-runs.commands.ts';
import { readDryRun } from './dry-run/dry-runs.queries.ts';
import { createRule, orderRules, removeRule, resumeRule, switchRule, updateRule } from './rules/rules.commands.ts';
import { listRules, readRule } from './rules/rules.queries.ts';
import { readRun, runsInConversation, runsOfRule } from './runs/runs.queries.ts';
import { undoRun } from './runs/undo.commands.ts';

export function automationRoutes(app: FastifyInstance): void {
  serve(app, contract.listRules, 'automation.manage', async (ctx) => ({ items: await ctx.transaction((tx) => listRules(ctx, tx)) }));
  serve(app, contract.createRule, 'automation.manage', (ctx, { body }) => createRule(ctx, body));
  serve(app, contract.updateRule, 'automation.manage', (ctx, { params, body }) => updateRule(ctx, params.id, body));
  serve(app, contract.switchRule, 'automation.manage', (ctx, { params, body }) => switchRule(ctx, params.id, body.enabled));
  serve(app, contract.deleteRule, 'automation.manage', async (ctx, { params }) => {
    await removeRule(ctx, params.id);
    return undefined;
  });
  serve(app, contract.orderRules, 'automation.manage', async (ctx, { body }) => {
    await orderRules(ctx, body.ids);
    return { items: await ctx.transaction((tx) => listRules(ctx, tx)) };
  });
  serve(app, contract.resumeRule, 'automation.manage', (ctx, { params }) => resumeRule(ctx, params.id));
  serve(app, contract.runsOfRule, 'automation.manage', (ctx, { params, query }) =>
    ctx.transaction(async (tx) => {
      await readRule(ctx, tx, params.id);
      return runsOfRule(ctx, tx, params.id, query);
    }),
  );
  serve(app, contract.runsOfConversation, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => {
      await conversationById(tx, ctx.viewer.workspaceId, params.id);
      return { items: await runsInConversation(ctx, tx, params.id) };
    }),
  );
  serve(app, contract.getRun, 'conversation.read', (ctx, { params }) => ctx.transaction((tx) => readRun(ctx, tx, params.id)));
  serve(app, contract.undoRun, 'conversation.status', (ctx, { params }) => undoRun(ctx, params.id));
  serve(app, contract.startDryRun, 'automation.manage', (ctx, { body }) => startDryRun(ctx, body.rule, body.days));
  serve(app, contract.getDryRun, 'automation.manage', (ctx, { params }) => ctx.transaction((tx) => readDryRun(ctx, tx, params.id)));
  serve(app, contract.cancelDryRun, 'automation.manage', async (ctx, { params }) => {
    await cancelDryRun(ctx, params.id);
    return undefined;
  });
}
