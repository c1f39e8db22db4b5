import type { Flow, FlowFault } from '@madoguchi/contract/flows.ts';
import * as contract from '@madoguchi/contract/flows.ts';
import type { FastifyInstance } from 'fastify';
import type { OneTimeCodes } from '../customers/codes/codes.types.ts';
import type { Ctx } from '../platform/ctx.ts';
import { serve } from '../platform/http/routes.ts';
import { codeFaultsOf } from './check/faults.rules.ts';
import { figuresOf } from './figures.queries.ts';
import { createFlow, setFlowStatus, updateFlow } from './flows.commands.ts';
import { flowWithFaults, listFlowsOf, versionsOf } from './flows.queries.ts';
import { type TestSources, testRun } from './run/test-run.queries.ts';

/** Two hundred steps with ten options in two languages. */
const PLAN_BYTES = 4_000_000;

/** `codes`: how customers can be sent one. */
export function flowsRoutes(app: FastifyInstance, sources: TestSources, codes: Pick<OneTimeCodes, 'ways'>): void {
  const withCodeFaults = async <R extends { flow: Flow; faults: FlowFault[] }>(ctx: Ctx, found: R): Promise<R> => {
    const ways = await ctx.transaction((tx) => codes.ways(ctx, tx));
    return { ...found, faults: [...found.faults, ...codeFaultsOf(found.flow, ways)] };
  };
  serve(app, contract.listFlows, 'knowledge.read', async (ctx) => ({ items: await ctx.transaction((tx) => listFlowsOf(ctx, tx)) }));
  serve(app, contract.getFlow, 'knowledge.read', async (ctx, { params }) =>
    withCodeFaults(ctx, await ctx.transaction((tx) => flowWithFaults(ctx, tx, params.id))),
  );
  serve(app, contract.createFlow, 'knowledge.write', (ctx, { body }) => createFlow(ctx, body), { bodyLimit: PLAN_BYTES });
  serve(
    app,
    contract.updateFlow,
    'knowledge.write',
    async (ctx, { params, body }) => withCodeFaults(ctx, await updateFlow(ctx, params.id, body)),
    {
      bodyLimit: PLAN_BYTES,
    },
  );
  serve(app, contract.setFlowStatus, 'knowledge.write', (ctx, { params, body }) => setFlowStatus(ctx, params.id, body.status));
  serve(app, contract.listFlowVersions, 'knowledge.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => versionsOf(ctx, tx, params.id)),
  }));
  // To write, since it asks other servers whatever the plan says.
  serve(app, contract.testFlow, 'knowledge.write', (ctx, { body }) => testRun(ctx, body, sources), { bodyLimit: PLAN_BYTES });
  serve(app, contract.flowFigures, 'knowledge.read', (ctx, { params, query }) =>
    ctx.transaction((tx) => figuresOf(ctx, tx, params.id, query.days)),
  );
}
