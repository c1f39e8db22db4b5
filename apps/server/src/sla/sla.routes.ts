import * as contract from '@madoguchi/contract/promises.ts';
import type { FastifyInstance } from 'fastify';
import { conversationById } from '../conversations/queries/read.ts';
import { serve } from '../platform/http/routes.ts';
import { readCalendar } from '../workspaces/hours/calendars.queries.ts';
import type { ZonedHours } from '../workspaces/hours/which-calendar.rules.ts';
import { readWorkspace } from '../workspaces/workspaces.queries.ts';
import { attainmentList, attainmentOf, promisesOf } from './attainment/attainment.queries.ts';
import { examplesOf } from './examples/examples.rules.ts';
import { createPolicy, orderPolicies, removePolicy, updatePolicy } from './policies/policies.commands.ts';
import { listPolicies } from './policies/policies.queries.ts';

export function slaRoutes(app: FastifyInstance): void {
  serve(app, contract.listPolicies, 'workspace.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listPolicies(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.createPolicy, 'workspace.manage', (ctx, { body }) => createPolicy(ctx, body));
  serve(app, contract.updatePolicy, 'workspace.manage', (ctx, { params, body }) => updatePolicy(ctx, params.id, body));
  serve(app, contract.deletePolicy, 'workspace.manage', async (ctx, { params }) => {
    await removePolicy(ctx, params.id);
    return undefined;
  });
  serve(app, contract.orderPolicies, 'workspace.manage', async (ctx, { body }) => ({ items: await orderPolicies(ctx, body.ids) }));
  serve(app, contract.exampleDues, 'workspace.read', (ctx, { body }) =>
    ctx.transaction(async (tx) => {
      const { workspaceId } = ctx.viewer;
      const { businessHours, timezone } = await readWorkspace(tx, workspaceId);
      const named = body.calendarId ? await readCalendar(tx, workspaceId, body.calendarId) : null;
      const calendar: ZonedHours = named
        ? { hours: named.hours, timezone: named.timezone ?? timezone }
        : { hours: businessHours, timezone };
      const items = examplesOf(body.target, calendar, ctx.clock.now());
      return {
        timezone: calendar.timezone,
        items: items.map(({ priority, cameAt, dueAt }) => ({
          priority,
          cameAt: cameAt.toISOString(),
          dueAt: dueAt?.toISOString() ?? null,
        })),
      };
    }),
  );
  serve(app, contract.promisesOfConversation, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => {
      await conversationById(tx, ctx.viewer.workspaceId, params.id);
      return { items: await promisesOf(tx, ctx.viewer.workspaceId, params.id) };
    }),
  );
  serve(app, contract.attainment, 'conversation.read', async (ctx, { query }) => ({
    items: await ctx.transaction((tx) => attainmentOf(tx, ctx.viewer.workspaceId, query)),
  }));
  serve(app, contract.attainmentConversations, 'conversation.read', (ctx, { query }) =>
    ctx.transaction((tx) => attainmentList(tx, ctx.viewer.workspaceId, query)),
  );
}
