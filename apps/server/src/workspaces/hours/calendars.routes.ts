import * as contract from '@madoguchi/contract/calendars.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { timezoneUnknown } from '../workspaces.errors.ts';
import { workspaceSettings } from '../workspaces.queries.ts';
import { isTimeZone } from '../workspaces.rules.ts';
import { createCalendar, removeCalendar, updateCalendar } from './calendars.commands.ts';
import { listCalendars } from './calendars.queries.ts';
import { previewOf } from './preview.rules.ts';

export function calendarsRoutes(app: FastifyInstance): void {
  serve(app, contract.listCalendars, 'workspace.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listCalendars(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.createCalendar, 'workspace.manage', (ctx, { body }) => createCalendar(ctx, body));
  serve(app, contract.updateCalendar, 'workspace.manage', (ctx, { params, body }) => updateCalendar(ctx, params.id, body));
  serve(app, contract.deleteCalendar, 'workspace.manage', async (ctx, { params }) => {
    await removeCalendar(ctx, params.id);
    return undefined;
  });
  serve(app, contract.previewCalendar, 'workspace.read', async (ctx, { body: { hours, timezone } }) => {
    if (timezone !== null && !isTimeZone(timezone)) throw timezoneUnknown();
    return previewOf({ hours, timezone: timezone ?? (await workspaceSettings(ctx)).timezone }, ctx.clock.now());
  });
}
