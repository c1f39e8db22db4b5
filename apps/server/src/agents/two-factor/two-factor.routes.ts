import * as contract from '@madoguchi/contract/two-factor.ts';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { passwordWrong } from '../agents.errors.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { clientOf, makeExchange } from '../sign-in/exchange.ts';
import type { Tries } from '../sign-in/tries.ts';
import { emailOf, entrantOf, proposeAtSignIn, signInWithCode, turnOnAtSignIn } from './second-step.commands.ts';
import {
  proposeTwoFactor,
  renewRecoveryCodes,
  requireTwoFactor,
  resetTwoFactor,
  turnOffTwoFactor,
  turnOnTwoFactor,
} from './two-factor.commands.ts';
import { readAgentsTwoFactor, readMyTwoFactor } from './two-factor.queries.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access; publicUrl: string | null };

/** The second factor: at sign-in, one's own, and everybody's. Secrets and codes are never to be kept by a browser. */
export function twoFactorRoutes(app: FastifyInstance, deps: Deps, tries: Tries): void {
  const { accounts } = deps;
  const { whoIs, welcome, refuseForeign } = makeExchange(deps);

  serve(app, contract.signInWithCode, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    const client = clientOf(request);
    const entrant = await entrantOf(deps, body.token, 'code', client);
    const begun = await tries.code(entrant.who.accountId, reply, () => signInWithCode(deps, entrant, body.code, client));
    return welcome(begun, { request, reply });
  });
  serve(app, contract.proposeAtSignIn, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    reply.header('cache-control', 'no-store');
    return proposeAtSignIn(deps, await entrantOf(deps, body.token, 'set_up', clientOf(request)));
  });
  serve(app, contract.turnOnAtSignIn, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    const client = clientOf(request);
    const entrant = await entrantOf(deps, body.token, 'set_up', client);
    const { begun, recoveryCodes } = await turnOnAtSignIn(deps, entrant, body, client);
    reply.header('cache-control', 'no-store');
    return { me: await welcome(begun, { request, reply }), recoveryCodes };
  });

  serve(app, contract.getMyTwoFactor, 'signed_in', async (ctx, { request }) => readMyTwoFactor(ctx, accounts, await whoIs(ctx, request)));
  serve(app, contract.proposeTwoFactor, 'signed_in', async (ctx, { body, request, reply }) => {
    const { accountId, agentId } = await whoIs(ctx, request);
    await tries.password(accountId, reply, async () => {
      if (!(await accounts.isPassword(accountId, body.password))) throw passwordWrong();
    });
    reply.header('cache-control', 'no-store');
    return proposeTwoFactor(ctx, deps, { accountId, email: await emailOf(ctx, agentId) });
  });
  serve(app, contract.turnOnTwoFactor, 'signed_in', async (ctx, { body, request, reply }) => {
    reply.header('cache-control', 'no-store');
    return { recoveryCodes: await turnOnTwoFactor(ctx, deps, await whoIs(ctx, request), body) };
  });
  serve(app, contract.turnOffTwoFactor, 'signed_in', async (ctx, { body, request, reply }) => {
    const who = await whoIs(ctx, request);
    await tries.code(who.accountId, reply, () => turnOffTwoFactor(ctx, deps, who, body));
    return undefined;
  });
  serve(app, contract.renewRecoveryCodes, 'signed_in', async (ctx, { body, request, reply }) => {
    const who = await whoIs(ctx, request);
    reply.header('cache-control', 'no-store');
    return { recoveryCodes: await tries.code(who.accountId, reply, () => renewRecoveryCodes(ctx, deps, who, body)) };
  });

  serve(app, contract.getAgentsTwoFactor, 'agent.manage', (ctx) => readAgentsTwoFactor(ctx, accounts));
  serve(app, contract.requireTwoFactor, 'workspace.manage', async (ctx, { body }) => {
    await requireTwoFactor(ctx, deps, body.required);
    return readAgentsTwoFactor(ctx, accounts);
  });
  serve(app, contract.resetTwoFactor, 'agent.manage', async (ctx, { params }) => {
    await resetTwoFactor(ctx, deps, params.id);
    return undefined;
  });
}
