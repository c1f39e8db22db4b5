import type { Endpoint } from '@madoguchi/contract/endpoint.ts';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll } from 'vitest';
import { suzuki } from '../../../../fixtures/agents.ts';
import { testDatabase } from '../../test/database.ts';
import type { Actor } from '../platform/actor.ts';
import { makeBus } from '../platform/bus/bus.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import { openDb } from '../platform/db/db.ts';
import { systemViewer, type Viewer } from '../platform/db/viewer.ts';
import { forbidden } from '../platform/http/refusal.ts';
import { makeHttpServer } from '../platform/http/server.ts';
import { newId } from '../platform/ids/ids.ts';
import { makeLog } from '../platform/log/log.ts';

const silent = { warn: () => {}, error: () => {} };
export const suzukiAtWork: Actor = { kind: 'agent', id: newId('agt'), name: suzuki.name };

/** A database of its own for a test file, with as many workspaces as asked for. */
export async function knowledgeHouse() {
  const { connection } = await testDatabase();
  const db = openDb({ ...connection, max: 8 }, silent);
  const admin = new pg.Client(connection);
  await admin.connect();
  const platform: Platform = { db, bus: makeBus(), clock: { now: () => new Date() } };
  const closing: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
    await admin.end();
    await db.close();
  });

  async function workspace(): Promise<string> {
    const id = newId('wsp');
    await admin.query(`insert into workspaces (workspace_id, name, greeting) values ($1, '葉月と匙', '{}')`, [id]);
    return id;
  }

  /** A server on which the header `x-permits` says what the caller may do; every answer is checked against the contract. */
  async function server(viewer: Viewer, routes: (app: FastifyInstance) => void) {
    const { app } = await makeHttpServer({
      log: makeLog('silent'),
      checkAnswers: true,
      authorize: async (request, permit) => {
        if (!String(request.headers['x-permits']).split(' ').includes(permit)) throw forbidden();
        return ctxOf(viewer);
      },
    });
    routes(app);
    await app.ready();
    closing.push(() => app.close());
    return app;
  }

  const ctxOf = (viewer: Viewer, actor: Actor = suzukiAtWork): Ctx => makeCtx(platform, viewer, actor);
  /** The names of the facts of a workspace, in order. */
  const factsOf = async (workspaceId: string): Promise<{ name: string; data: Record<string, unknown> }[]> =>
    (await admin.query('select name, data from events where workspace_id = $1 order by position', [workspaceId])).rows;

  return {
    connection,
    platform,
    admin,
    closing,
    workspace,
    server,
    factsOf,
    ctx: (workspaceId: string, actor?: Actor) => ctxOf(systemViewer(workspaceId), actor),
    /** As if it were another time. */
    ctxAt: (workspaceId: string, now: Date, actor: Actor = suzukiAtWork) =>
      makeCtx({ ...platform, clock: { now: () => now } }, systemViewer(workspaceId), actor),
  };
}

type Wish = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; permits?: string };

/** Asks an endpoint of the contract; the status and what came back. */
export async function ask(
  app: FastifyInstance,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  { params = {}, query, body, permits }: Wish = {},
) {
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const headers = { 'x-permits': permits ?? 'knowledge.read knowledge.write import.run' };
  const response = await app.inject({ method, url, query, headers, ...(body === undefined ? {} : { payload: body as object }) });
  return { status: response.statusCode, body: response.body === '' ? null : response.json() };
}
