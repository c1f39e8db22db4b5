import { randomBytes } from 'node:crypto';
import type { Role } from '@madoguchi/contract/agents.ts';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { createAgent } from '../src/agents/agents.commands.ts';
import { agentsRoutes } from '../src/agents/agents.routes.ts';
import { makeAccess } from '../src/agents/sign-in/access.ts';
import { openAccounts } from '../src/agents/sign-in/accounts.ts';
import { makeAgentAuthorizer } from '../src/agents/sign-in/authorize.ts';
import { cannedResponsesRoutes } from '../src/canned-responses/canned-responses.routes.ts';
import { cannedFiles } from '../src/conversations/texts/canned-files.queries.ts';
import { systemActor } from '../src/platform/actor.ts';
import { makeBus } from '../src/platform/bus/bus.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { type Ctx, makeCtx } from '../src/platform/ctx.ts';
import { openDb } from '../src/platform/db/db.ts';
import { systemViewer } from '../src/platform/db/viewer.ts';
import { makeFileLinks } from '../src/platform/files/links.ts';
import { makeHttpServer } from '../src/platform/http/server.ts';
import { makeLog } from '../src/platform/log/log.ts';
import { keysFrom } from '../src/platform/secrets/keys.ts';
import { createWorkspace } from '../src/workspaces/workspaces.commands.ts';
import { workspacesRoutes } from '../src/workspaces/workspaces.routes.ts';
import { testDatabase } from './database.ts';

export const password = 'ocha-no-jikan';

export type Call = { body?: object; headers?: Record<string, string>; cookie?: string; key?: string; from?: string };

/** The rooms below the conversations, as a server that is called without a network: workspaces, agents, canned responses. */
export async function openDesk({ publicUrl = null, signInHosts = [] }: { publicUrl?: string | null; signInHosts?: string[] } = {}) {
  const { connection } = await testDatabase();
  const log = makeLog('silent');
  const db = openDb({ ...connection, max: 8 }, log);
  const platform = { db, bus: makeBus(), clock: systemClock };
  const keys = keysFrom(randomBytes(32));
  const accounts = await openAccounts({ connection, keys, log });
  const access = makeAccess(platform, accounts);
  const authorizeAgent = makeAgentAuthorizer({ platform, access, publicUrl });
  const { app, routeTable } = await makeHttpServer({
    log,
    checkAnswers: true,
    trustProxy: true,
    authorize: async (request, permit) => (permit === 'public' ? ({} as Ctx) : authorizeAgent(request, permit)),
  });
  workspacesRoutes(app, { keys });
  const single = { sealingKey: keys.derive('single-sign-on'), hosts: signInHosts };
  agentsRoutes(app, { platform, accounts, access, publicUrl, isOnline: () => false, single, log });
  cannedResponsesRoutes(app, { files: cannedFiles(makeFileLinks(keys.derive('file-links'), platform.clock.now)) });
  await app.ready();
  afterAll(async () => {
    await app.close();
    await accounts.close();
    await db.close();
  });

  /** A call as the desk's page makes it: with its cookie and from its own origin, unless said otherwise. */
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, { body, headers, cookie, key, from }: Call = {}) =>
    app.inject({
      method,
      url,
      ...(body ? { payload: body } : {}),
      ...(from ? { remoteAddress: from } : {}),
      headers: {
        host: 'desk.example',
        ...(cookie ? { cookie, origin: 'http://desk.example' } : {}),
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...headers,
      },
    });

  const signIn = async (email: string, given = password, more: Call = {}) =>
    call('POST', '/api/sign-in', { body: { email, password: given }, ...more });

  /** A workspace with one agent in each role, all signed in by cookie. E-mails are `<role>@<domain>`. */
  async function addCompany(domain: string) {
    const { workspaceId, chatInboxId, formInboxId } = await createWorkspace(platform, { name: domain, locale: 'ja' });
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    const ids = {} as Record<Role, string>;
    const cookies = {} as Record<Role, string>;
    for (const role of ['owner', 'admin', 'supervisor', 'agent'] as const) {
      const email = `${role}@${domain}`;
      ids[role] = await createAgent(ctx, { platform, accounts }, { name: role, email, role, password, locale: 'ja' });
      cookies[role] = cookieOf(await signIn(email));
    }
    return { workspaceId, chatInboxId, formInboxId, ctx, ids, cookies };
  }

  /** The names and data of every fact of a workspace, in order. */
  const factsOf = async (ctx: Ctx) =>
    ctx.transaction((tx) => tx.selectFrom('events').select(['name', 'data', 'actor_kind', 'actor_id']).orderBy('position').execute());

  return { app, routeTable, platform, keys, accounts, access, connection, call, signIn, addCompany, factsOf };
}

/** The cookie an answer sets, as the next request sends it. */
export const cookieOf = (response: LightMyRequestResponse): string => {
  const [cookie] = response.cookies;
  if (!cookie) throw new Error(`no cookie: ${response.statusCode} ${response.body}`);
  return `${cookie.name}=${cookie.value}`;
};
