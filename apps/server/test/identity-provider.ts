import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';

/** Who sits before the provider's own sign-in page. */
export type Person = { sub: string; [claim: string]: unknown };

const newKey = (kid: string) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, key: privateKey };
};
type Key = { kid: string; key: KeyObject };

export const client = { id: 'madoguchi', secret: 'a-secret-of-the-provider' };

/**
 * A real OpenID Connect provider (oidc-provider) on the loopback. `person`: who is signed in there, and thus comes back; `bend`: what a
 * broken or evil provider makes of the ID token's claims before it is signed; `rotate`: another key from now on.
 */
export async function identityProvider() {
  let person: Person = { sub: 'nobody' };
  let bend: ((claims: JWTPayload) => JWTPayload) | null = null;
  let signWith: Key | null = null;
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let redirectUris: string[] = [];
  let key = newKey('first');

  const open = () => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: redirectUris, grant_types: ['authorization_code'] }],
      jwks: { keys: [{ ...key.key.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }] as never },
      cookies: { keys: ['for-tests-only'] },
      features: { devInteractions: { enabled: false } },
      claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => person }),
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async (ctx) => {
        const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (ctx, next) => {
      if (ctx.path.startsWith('/interaction/')) {
        const result = person.sub === 'refuses' ? { error: 'access_denied' } : { login: { accountId: person.sub } };
        await provider.interactionFinished(ctx.req, ctx.res, result);
        return;
      }
      await next();
      const body = ctx.body as { id_token?: string } | undefined;
      if (ctx.path !== '/token' || !body?.id_token || !(bend || signWith)) return;
      const claims = decodeJwt(body.id_token);
      const signer = signWith ?? key;
      body.id_token = await new SignJWT(bend ? bend(claims) : claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(signer.key);
    });
    handle = provider.callback();
  };
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The browser at the provider: follows its redirects, with its cookies, until one leads away; that address. */
  async function visit(url: string): Promise<string> {
    const cookies = new Map<string, string>();
    for (let at = url, n = 0; n < 10; n += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`the provider stays at ${at}: ${answer.status} ${await answer.text()}`);
      at = new URL(location, at).href;
      if (!at.startsWith(issuer)) return at;
    }
    throw new Error('the provider goes round and round');
  }

  return {
    issuer,
    host: issuer.slice('http://'.length),
    visit,
    /** Begins, or begins anew, with these addresses to send browsers back to. */
    register(uris: string[]) {
      redirectUris = uris;
      open();
    },
    as(next: Person) {
      person = next;
    },
    bends(next: typeof bend) {
      bend = next;
    },
    /** Signs with a key that it does not publish. */
    forges(forged: boolean) {
      signWith = forged ? newKey('forged') : null;
    },
    rotate() {
      key = newKey(`key-${Date.now()}`);
      open();
    },
  };
}
