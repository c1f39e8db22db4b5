import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

/** Who sits before the provider's own sign-in page. */
export type Person = { sub: string; [claim: string]: unknown };

const newKey = (kid: string) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, key: privateKey };
};
type Key = { kid: string; key: KeyObject };

export const client = { id: 'madoguchi', secret: 'a-secret-of-the-provider' };

/** What we are to the provider. `backChannel`: where it tells of sign-outs, by `post` (its own guard would refuse the loopback). */
type Registered = {
  redirectUris: string[];
  signedOutUris?: string[];
  backChannel?: string;
  post?: (url: string, form: string) => Promise<number>;
};

/** A browser at the provider, as far as cookies go. */
export const newBrowser = () => new Map<string, string>();

/**
 * A real OpenID Connect provider (oidc-provider) on the loopback, with its logout features on. `person`: who is signed in there, and thus
 * comes back; `bend`: what a broken or evil provider makes of the ID token's claims before it is signed; `rotate`: another key from now on.
 */
export async function openIdentityProvider() {
  let person: Person = { sub: 'nobody' };
  let bend: ((claims: JWTPayload) => JWTPayload) | null = null;
  let signWith: Key | null = null;
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  let isDown = false;
  const server = createServer((request, response) => (isDown ? response.writeHead(503).end() : handle(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let us: Registered = { redirectUris: [] };
  let key = newKey('first');

  const open = () => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: us.redirectUris,
          post_logout_redirect_uris: us.signedOutUris ?? [],
          grant_types: ['authorization_code'],
          ...(us.backChannel ? { backchannel_logout_uri: us.backChannel, backchannel_logout_session_required: true } : {}),
        },
      ],
      jwks: { keys: [{ ...key.key.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }] as never },
      cookies: { keys: ['for-tests-only'] },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource },
      },
      fetch: async (url, init) => new Response(null, { status: (await us.post?.(String(url), String(init?.body))) ?? 503 }),
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

  /**
   * The browser at the provider: follows its redirects, with its cookies, and says yes where it asks whether to sign out, until one leads
   * away; that address.
   */
  async function visit(url: string, cookies = newBrowser()): Promise<string> {
    for (let at = url, form: URLSearchParams | null = null, n = 0; n < 10; n += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer: Response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie },
        ...(form ? { method: 'POST', body: form } : {}),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      form = null;
      if (location) {
        at = new URL(location, at).href;
      } else {
        const page = await answer.text();
        const [, action, xsrf] = /action="([^"]+)"><input type="hidden" name="xsrf" value="([^"]+)"/.exec(page) ?? [];
        if (!action || !xsrf) throw new Error(`the provider stays at ${at}: ${answer.status} ${page}`);
        at = new URL(action, at).href;
        form = new URLSearchParams({ xsrf, logout: 'yes' });
      }
      if (!at.startsWith(issuer)) return at;
    }
    throw new Error('the provider goes round and round');
  }

  return {
    issuer,
    host: issuer.slice('http://'.length),
    visit,
    /** Begins, or begins anew, knowing us. */
    register(next: Registered) {
      us = next;
      open();
    },
    /** A logout token as the provider would sign it, with other claims if wanted; of its own key, or one it does not publish. */
    async logoutToken(claims: JWTPayload, { typ = 'logout+jwt', forged = false } = {}) {
      const whole = {
        iss: issuer,
        aud: client.id,
        iat: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + 120,
        jti: randomUUID(),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        ...claims,
      };
      const signer = forged ? newKey('forged') : key;
      return new SignJWT(whole).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ }).sign(signer.key);
    },
    /** Answers nothing but 503 while it is. */
    down(is: boolean) {
      isDown = is;
    },
    close() {
      server.closeAllConnections();
      server.close();
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

/** Its own page fetches fonts from elsewhere. */
function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = `<!doctype html><title>Sign out</title>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
}
