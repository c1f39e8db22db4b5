import { randomUUID } from 'node:crypto';
import type { Role } from '@madoguchi/contract/agents.ts';
import { createAgent } from '../src/agents/agents.commands.ts';
import { openAccounts } from '../src/agents/sign-in/accounts.ts';
import { systemActor } from '../src/platform/actor.ts';
import { makeCtx } from '../src/platform/ctx.ts';
import { systemViewer } from '../src/platform/db/viewer.ts';
import { makeLog } from '../src/platform/log/log.ts';
import { createWorkspace } from '../src/workspaces/workspaces.commands.ts';
import type { NewWorkspace } from '../src/workspaces/workspaces.types.ts';
import { call, type Web } from './web.ts';

export const password = 'ocha-no-jikan';
const HOST = 'desk.example';

/** The headers of the desk's own page, with an agent's cookie. */
export const asAgent = (cookie: string) => ({ host: HOST, origin: `http://${HOST}`, cookie });
export const asKey = (secret: string) => ({ host: HOST, authorization: `Bearer ${secret}` });
export const asVisitor = (token: string) => ({ authorization: `Bearer ${token}` });

/** A cookie of a new session. */
export async function signIn(product: Pick<Web, 'http'>, email: string): Promise<string> {
  const answer = await call(product, 'POST', '/api/sign-in', { body: { email, password }, headers: { host: HOST } });
  const [cookie] = [answer.headers['set-cookie'] ?? []].flat();
  if (answer.status !== 200 || !cookie) throw new Error(`cannot sign in as ${email}: ${answer.status}`);
  return cookie.split(';')[0]!;
}

/** A workspace of the whole product with one signed-in agent in each role (`<role>@<domain>`) and an API key of role agent. */
export async function addCompany(product: Web, domain: string, settings: Partial<NewWorkspace> = {}) {
  const { platform, connection, keys } = product;
  const accounts = await openAccounts({ connection, keys, log: makeLog('silent') });
  const { workspaceId, chatInboxId, formInboxId } = await createWorkspace(platform, { name: domain, locale: 'ja', ...settings });
  const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
  const ids = {} as Record<Role, string>;
  const cookies = {} as Record<Role, string>;
  for (const role of ['owner', 'admin', 'supervisor', 'agent'] as const) {
    const email = `${role}@${domain}`;
    ids[role] = await createAgent(ctx, { platform, accounts }, { name: `${role} of ${domain}`, email, role, password, locale: 'ja' });
    cookies[role] = await signIn(product, email);
  }
  await accounts.close();
  const inboxes = await ctx.transaction((tx) => tx.selectFrom('inboxes').select(['id', 'key']).execute());
  const keyOf = (id: string) => inboxes.find((inbox) => inbox.id === id)!.key;
  const made = await call(product, 'POST', '/api/api-keys', { body: { name: 'program', role: 'agent' }, headers: asAgent(cookies.owner) });
  return {
    workspaceId,
    chatInboxId,
    formInboxId,
    chatKey: keyOf(chatInboxId),
    formKey: keyOf(formInboxId),
    ctx,
    ids,
    cookies,
    apiKey: made.body as { id: string; secret: string },
  };
}
export type Company = Awaited<ReturnType<typeof addCompany>>;

/** A visitor of a company's messenger. `say` posts a message, with an id of its own unless one is given. */
export async function addVisitor(product: Web, chatKey: string) {
  const { body } = await call(product, 'POST', `/api/chat/${chatKey}/session`, { body: { locale: 'ja' } });
  const headers = asVisitor(body.token);
  return {
    token: body.token as string,
    headers,
    say: (text: string, more: object = {}) =>
      call(product, 'POST', `/api/chat/${chatKey}/messages`, {
        body: { externalId: randomUUID(), text, locale: 'ja', ...more },
        headers,
      }),
    read: async () => (await call(product, 'GET', `/api/chat/${chatKey}/conversation`, { headers })).body,
  };
}
