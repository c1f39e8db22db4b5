import * as contract from '@madoguchi/contract/agents.ts';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/ctx.ts';
import { serve } from '../platform/http/routes.ts';
import type { Logger } from '../platform/log/log.ts';
import { createAgent, updateAgent } from './agents.commands.ts';
import { type IsOnline, listAgents, readAgent } from './agents.queries.ts';
import { createApiKey, revokeApiKey } from './api-keys.commands.ts';
import { listApiKeys } from './api-keys.queries.ts';
import { passkeysRoutes } from './passkeys/passkeys.routes.ts';
import { rolesRoutes } from './roles/roles.routes.ts';
import type { Access } from './sign-in/access.ts';
import type { Accounts } from './sign-in/accounts.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { makeTries } from './sign-in/tries.ts';
import { singleSignOnRoutes } from './single-sign-on/single-sign-on.routes.ts';
import type { SingleSafe } from './single-sign-on/single-sign-on.types.ts';
import { createTeam, updateTeam } from './teams.commands.ts';
import { listTeams } from './teams.queries.ts';
import { twoFactorRoutes } from './two-factor/two-factor.routes.ts';

type Deps = {
  platform: Platform;
  accounts: Accounts;
  access: Access;
  /** The address people use; null: what the request says. */
  publicUrl: string | null;
  isOnline: IsOnline;
  /** For identity providers: how their secrets are sealed, and where they may stand. */
  single: SingleSafe;
  log: Pick<Logger, 'warn'>;
};

export function agentsRoutes(app: FastifyInstance, deps: Deps): void {
  const { access, isOnline } = deps;
  const tries = makeTries();
  signInRoutes(app, deps, tries);
  twoFactorRoutes(app, deps, tries);
  singleSignOnRoutes(app, deps, tries);
  passkeysRoutes(app, deps, tries);

  serve(app, contract.listAgents, 'agent.read', async (ctx) => ({ items: await ctx.transaction((tx) => listAgents(ctx, tx, isOnline)) }));
  serve(app, contract.createAgent, 'agent.manage', async (ctx, { body }) => {
    const id = await createAgent(ctx, deps, body);
    return ctx.transaction((tx) => readAgent(ctx, tx, id, isOnline));
  });
  serve(app, contract.updateAgent, 'agent.manage', async (ctx, { params, body }) => {
    await updateAgent(ctx, deps, params.id, body);
    return ctx.transaction((tx) => readAgent(ctx, tx, params.id, isOnline));
  });

  rolesRoutes(app, deps);
  serve(app, contract.listTeams, 'agent.read', async (ctx) => ({ items: await ctx.transaction((tx) => listTeams(ctx, tx)) }));
  serve(app, contract.createTeam, 'agent.manage', (ctx, { body }) => createTeam(ctx, body));
  serve(app, contract.updateTeam, 'agent.manage', (ctx, { params, body }) => updateTeam(ctx, access, params.id, body));

  serve(app, contract.listApiKeys, 'api_key.manage', async (ctx) => ({ items: await ctx.transaction((tx) => listApiKeys(ctx, tx)) }));
  serve(app, contract.createApiKey, 'api_key.manage', (ctx, { body }) => createApiKey(ctx, body));
  serve(app, contract.revokeApiKey, 'api_key.manage', async (ctx, { params }) => {
    await revokeApiKey(ctx, access, params.id);
    return undefined;
  });
}
