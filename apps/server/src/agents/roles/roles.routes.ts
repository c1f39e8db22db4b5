import * as contract from '@madoguchi/contract/roles.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import type { Access } from '../sign-in/access.ts';
import { createRole, removeRole, updateRole } from './roles.commands.ts';
import { listRoles } from './roles.queries.ts';

export function rolesRoutes(app: FastifyInstance, { access }: { access: Access }): void {
  serve(app, contract.listRoles, 'agent.manage', (ctx) => ctx.transaction((tx) => listRoles(ctx, tx)));
  serve(app, contract.createRole, 'agent.manage', (ctx, { body }) => createRole(ctx, body));
  serve(app, contract.updateRole, 'agent.manage', (ctx, { params, body }) => updateRole(ctx, access, params.id, body));
  serve(app, contract.removeRole, 'agent.manage', async (ctx, { params, query }) => {
    await removeRole(ctx, access, params.id, query.replaceBy);
    return undefined;
  });
}
