import type { Flow, FlowFault } from '@madoguchi/contract/flows.ts';
import * as contract from '@madoguchi/contract/flows.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { mailFaultsOf } from './check/faults.rules.ts';
import { figuresOf } from './figures.queries.ts';
import { createFlow, setFlowStatus, updateFlow } from './flows.commands.ts';
import { flowWithFaults, listFlowsOf, versionsOf } from './flows.queries.ts';
import { type TestSources, testRun } from './run/test-run.queries.ts';

/** Two hundred steps with ten options in two languages. */
const PLAN_BYTES = 4_000_000;

/** `canMail`: whether customers can be sent a code. */
export function flowsRoutes(app: FastifyInstance, sources: TestSources, { canMail = true }: { canMail?: boolean } = {}): void {
  const withMailFaults = <R extends { flow: Flow; faults: FlowFault[] }>(found: R): R =>
    canMail ? found : { ...found, faults: [...found.faults, ...mailFaultsOf(found.flow)] };
  serve(app, contract.listFlows, 'knowledge.read', async (ctx) => ({ items: await ctx.transaction((tx) => listFlowsOf(ctx, tx)) }));
  serve(app, contract.getFlow, 'knowledge.read', async (ctx, { params }) =>
    withMailFaults(await ctx.transaction((tx) => flowWithFaults(ctx, tx, params.id))),
  );
  serve(app, contract.createFlow, 'knowledge.write', (ctx, { body }) => createFlow(ctx, body), { bodyLimit: PLAN_BYTES });
  serve(
    app,
    contract.updateFlow,
    'knowledge.write',
    async (ctx, { params, body }) => withMailFaults(await updateFlow(ctx, params.id, body)),
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
