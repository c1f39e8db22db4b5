import { createHmac } from 'node:crypto';
import type { Session } from 'better-auth';
import pg from 'pg';
import type { Keys } from '../../platform/secrets/keys.ts';
import { makePasskeys } from '../passkeys/passkeys.ts';
import { makeFactors } from '../two-factor/factors.ts';
import { makeSteps } from '../two-factor/step-token.ts';
import { makeChallenges } from './challenges.ts';

/** From where somebody signs in, as kept with the session. */
export type Client = { ip: string; userAgent: string };
export type SignInSession = { id: string; token: string; accountId: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date } & Client;

export const SESSION_DAYS = 14;
const SESSION_IN_MS = SESSION_DAYS * 86_400_000;

// 140 ms of loading: begun with the program, while PostgreSQL starts.
const library = import('better-auth');

/**
 * Accounts and sessions by better-auth: passwords hashed with scrypt, an unknown e-mail costs as much as a wrong password. Only its
 * functions are used, none of its HTTP routes: nobody can sign up from outside. It has a small pool of its own, because the fenced
 * roles may not touch its tables.
 */
export async function openAccounts(options: {
  connection: pg.PoolConfig;
  keys: Keys;
  log: { warn: (data: object, text: string) => void };
}) {
  const pool = new pg.Pool({ max: 4, connectionTimeoutMillis: 10_000, ...options.connection });
  pool.on('error', (error) => options.log.warn({ error: error.message }, 'an idle sign-in connection broke'));
  const { betterAuth } = await library;
  const markKey = options.keys.derive('sign-in-password-marks');
  const auth = betterAuth({
    database: pool,
    baseURL: 'http://localhost', // only its own routes and links would need it
    secret: options.keys.derive('sign-in').toString('base64url'),
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours counts before the password is looked at
    logger: { level: 'error', log: (_level, message) => options.log.warn({ message }, 'sign-in') },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: { modelName: 'sign_in_accounts', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'sign_in_sessions',
      fields: { userId: 'account_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
      expiresIn: SESSION_IN_MS / 1000,
    },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        userId: 'account_id',
        accountId: 'method_account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'sign_in_verifications', fields: { expiresAt: 'expires_at', ...times } },
  });
  const { internalAdapter, adapter, password } = await auth.$context;

  return {
    hash: (plain: string): Promise<string> => password.hash(plain),

    /** Second factors of accounts, and the word between the two steps of signing in. */
    factors: makeFactors(pool, {
      sealing: options.keys.derive('two-factor-secrets'),
      recovery: options.keys.derive('recovery-codes'),
      proposals: options.keys.derive('two-factor-proposals'),
    }),
    steps: makeSteps(options.keys.derive('sign-in-steps')),
    passkeys: makePasskeys(pool),
    /** What has to come back once: rounds at an identity provider, challenges of passkeys. */
    challenges: makeChallenges(pool, options.keys.derive('sign-in-challenges')),

    /** The account of the right e-mail and password, else null; both take the same time. No session begins. */
    async withPassword(email: string, plain: string): Promise<string | null> {
      const found = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
      const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
      if (!found || !hash) {
        await password.hash(plain);
        return null;
      }
      return (await password.verify({ hash, password: plain })) ? found.user.id : null;
    },

    /** Names an account's password without telling it: another password has another mark. */
    async passwordMark(accountId: string): Promise<string> {
      const hash = (await internalAdapter.findCredentialAccount(accountId))?.password ?? '';
      return createHmac('sha256', markKey).update(hash).digest('base64url').slice(0, 16);
    },

    /** A session for an account that has proved itself, or was made this moment. */
    async begin(accountId: string, { ip, userAgent }: Client): Promise<SignInSession> {
      await forgetExpired(accountId);
      return toSession(await internalAdapter.createSession(accountId, false, { ipAddress: ip, userAgent }));
    },

    /** The session of a token, unless it is over. */
    async session(token: string): Promise<SignInSession | null> {
      const found = await internalAdapter.findSession(token);
      return found && found.session.expiresAt > new Date() ? toSession(found.session) : null;
    },

    /** Notes that a session is in use, and lets it last from now on. */
    async touch(token: string): Promise<void> {
      const now = new Date();
      await internalAdapter.updateSession(token, { updatedAt: now, expiresAt: new Date(now.getTime() + SESSION_IN_MS) });
    },

    /** Sessions that are not over, last used first. */
    async sessions(accountId: string): Promise<SignInSession[]> {
      const found = await internalAdapter.listSessions(accountId, { onlyActiveSessions: true });
      return found.map(toSession).sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
    },

    end: (token: string): Promise<void> => internalAdapter.deleteSession(token),
    endAll: (accountId: string): Promise<void> => internalAdapter.deleteUserSessions(accountId),

    /** `hash` null: an account that comes in by the identity provider and has no password. */
    async create(email: string, name: string, hash: string | null): Promise<string> {
      const { id } = await internalAdapter.createUser({ email, name, emailVerified: false }, { method: 'email-password' });
      if (hash !== null) await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
      return id;
    },
    /** Nobody knows a password of this account any more. */
    async dropPassword(accountId: string): Promise<void> {
      await adapter.deleteMany({
        model: 'account',
        where: [
          { field: 'userId', value: accountId },
          { field: 'providerId', value: 'credential' },
        ],
      });
    },
    async hasPassword(accountId: string): Promise<boolean> {
      return Boolean((await internalAdapter.findCredentialAccount(accountId))?.password);
    },
    /** The account of an e-mail, in whatever letters it is written. */
    async byEmail(email: string): Promise<string | null> {
      return (await internalAdapter.findUserByEmail(email))?.user.id ?? null;
    },
    /** Also for an account whose making was cut off before it had a password. */
    async setPassword(accountId: string, hash: string): Promise<void> {
      if (await internalAdapter.findCredentialAccount(accountId)) await internalAdapter.updatePassword(accountId, hash);
      else await internalAdapter.linkAccount({ userId: accountId, providerId: 'credential', accountId, password: hash });
    },
    async isPassword(accountId: string, plain: string): Promise<boolean> {
      const found = await internalAdapter.findCredentialAccount(accountId);
      return found?.password ? password.verify({ hash: found.password, password: plain }) : false;
    },

    close: () => pool.end(),
  };

  async function forgetExpired(accountId: string): Promise<void> {
    await adapter.deleteMany({
      model: 'session',
      where: [
        { field: 'userId', value: accountId },
        { field: 'expiresAt', operator: 'lt', value: new Date() },
      ],
    });
  }
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const toSession = (session: Session): SignInSession => ({
  id: session.id,
  token: session.token,
  accountId: session.userId,
  ip: session.ipAddress ?? '',
  userAgent: session.userAgent ?? '',
  createdAt: session.createdAt,
  lastSeenAt: session.updatedAt,
  expiresAt: session.expiresAt,
});
