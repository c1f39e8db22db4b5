import * as contract from '@madoguchi/contract/passkeys.ts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { passwordWrong } from '../agents.errors.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { clientOf, makeExchange } from '../sign-in/exchange.ts';
import type { Tries } from '../sign-in/tries.ts';
import { emailOf } from '../two-factor/second-step.commands.ts';
import { addPasskey, beginPasskey, beginPasskeySignIn, removePasskey, renamePasskey, signInWithPasskey } from './passkeys.commands.ts';
import { partyOf } from './relying-party.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access; publicUrl: string | null };

/** Passkeys: signing in with one, and one's own. What a browser answers is checked by the library, by its signature. */
export function passkeysRoutes(app: FastifyInstance, deps: Deps, tries: Tries): void {
  const { accounts, publicUrl } = deps;
  const { whoIs, welcome, refuseForeign } = makeExchange(deps);
  const party = (request: FastifyRequest) => partyOf(publicUrl ?? `${request.protocol}://${request.host}`);

  serve(app, contract.beginPasskeySignIn, 'public', async (_ctx, { request, reply }) => {
    refuseForeign(request);
    tries.begin(request.ip, reply);
    reply.header('cache-control', 'no-store');
    return beginPasskeySignIn(deps, party(request));
  });
  serve(app, contract.signInWithPasskey, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    const given = { word: body.word, answer: body.answer as AuthenticationResponseJSON };
    const begun = await tries.passkey(request.ip, reply, () => signInWithPasskey(deps, party(request), given, clientOf(request)));
    return welcome(begun, { request, reply });
  });

  serve(app, contract.listMyPasskeys, 'signed_in', async (ctx, { request }) => {
    const { accountId } = await whoIs(ctx, request);
    return { items: await accounts.passkeys.of(accountId), hasPassword: await accounts.hasPassword(accountId) };
  });
  serve(app, contract.beginPasskey, 'signed_in', async (ctx, { body, request, reply }) => {
    const who = await whoIs(ctx, request);
    await tries.password(who.accountId, reply, async () => {
      const has = await accounts.hasPassword(who.accountId);
      if (has && !(await accounts.isPassword(who.accountId, body.password))) throw passwordWrong();
    });
    reply.header('cache-control', 'no-store');
    return beginPasskey(ctx, deps, party(request), { ...who, email: await emailOf(ctx, who.agentId) });
  });
  serve(app, contract.addPasskey, 'signed_in', async (ctx, { body, request }) => {
    const who = await whoIs(ctx, request);
    return addPasskey(ctx, deps, party(request), who, { ...body, answer: body.answer as RegistrationResponseJSON });
  });
  serve(app, contract.renamePasskey, 'signed_in', async (ctx, { params, body, request }) =>
    renamePasskey(deps, await whoIs(ctx, request), params.id, body.name),
  );
  serve(app, contract.removePasskey, 'signed_in', async (ctx, { params, request }) => {
    await removePasskey(ctx, deps, await whoIs(ctx, request), params.id);
    return undefined;
  });
}
