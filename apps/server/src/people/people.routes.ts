import * as contract from '@madoguchi/contract/people.ts';
import type { FastifyInstance } from 'fastify';
import type { Files } from '../platform/files/files.ts';
import { serve } from '../platform/http/routes.ts';
import { erasePerson } from './erase/erase.commands.ts';
import { everythingAbout } from './export/person.queries.ts';
import { customerListsRoutes } from './imports/imports.routes.ts';
import { customerExported } from './people.events.ts';
import { isPersonHeld } from './retention/holds.queries.ts';
import { timelineOf } from './timeline/timeline.queries.ts';

export function peopleRoutes(app: FastifyInstance, { files }: { files: Files }): void {
  customerListsRoutes(app);
  serve(app, contract.customerTimeline, 'customer.read', (ctx, { params, query }) =>
    ctx.transaction((tx) => timelineOf(tx, ctx.viewer.workspaceId, params.id, query)),
  );
  serve(app, contract.exportCustomer, 'customer.export', (ctx, { params, reply }) => {
    reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${params.id}.json"`);
    return ctx.transaction(async (tx) => {
      const everything = await everythingAbout(tx, ctx.viewer.workspaceId, params.id);
      await ctx.append(tx, customerExported({ customerId: everything.customer.id }), { customerId: everything.customer.id });
      return { exportedAt: ctx.clock.now().toISOString(), ...everything };
    });
  });
  serve(app, contract.readErasable, 'customer.erase', async (ctx, { params }) => ({
    held: await ctx.transaction((tx) => isPersonHeld(tx, ctx.viewer.workspaceId, params.id)),
  }));
  serve(app, contract.eraseCustomer, 'customer.erase', async (ctx, { params }) => {
    await erasePerson(ctx, files, params.id);
    return undefined;
  });
}
