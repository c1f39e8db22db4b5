import type { FastifyReply } from 'fastify';
import { tooMany } from '../../platform/http/refusal.ts';
import { type Limiter, makeLimiter } from './limiter.ts';
import { networkOf } from './origin.rules.ts';

const WINDOW_MS = 15 * 60_000;
const PER_EMAIL = 10;
const PER_NETWORK = 60;
/** A company comes to work at nine from one address. */
const BEGUN_PER_NETWORK = 600;
/** A provider that ends a whole company's sessions at once. */
const TOLD_PER_NETWORK = 3000;
/** Of a million codes three are right at any moment. */
const CODES_PER_ACCOUNT = 5;

/** Runs `attempt` unless its keys had too many failures; a success counts for none. @throws tooMany with member `retryAfterSeconds` */
type Guard<K> = <R>(key: K, reply: FastifyReply, attempt: () => Promise<R>) => Promise<R>;

/** How often a password may be guessed: for one e-mail from one network, and from one network at all; and how often a second factor's code. */
export function makeTries(): {
  signIn: Guard<{ ip: string; email: string }>;
  password: Guard<string>;
  code: Guard<string>;
  passkey: Guard<string>;
  begin: (ip: string, reply: FastifyReply) => void;
  told: (ip: string, reply: FastifyReply) => void;
} {
  const perEmail = makeLimiter({ max: PER_EMAIL, windowMs: WINDOW_MS });
  const perNetwork = makeLimiter({ max: PER_NETWORK, windowMs: WINDOW_MS });
  const perAccount = makeLimiter({ max: PER_EMAIL, windowMs: WINDOW_MS });
  const codesPerAccount = makeLimiter({ max: CODES_PER_ACCOUNT, windowMs: WINDOW_MS });
  const begunPerNetwork = makeLimiter({ max: BEGUN_PER_NETWORK, windowMs: WINDOW_MS });
  const toldPerNetwork = makeLimiter({ max: TOLD_PER_NETWORK, windowMs: WINDOW_MS });
  return {
    signIn({ ip, email }, reply, attempt) {
      const network = networkOf(ip);
      const pair = `${network} ${email.trim().toLowerCase()}`;
      return guarded(perEmail, pair, reply, () => guarded(perNetwork, network, reply, attempt));
    },
    password: (account, reply, attempt) => guarded(perAccount, account, reply, attempt),
    code: (account, reply, attempt) => guarded(codesPerAccount, account, reply, attempt),
    /** Nobody is named before the passkey is: the network counts, as for passwords. */
    passkey: (ip, reply, attempt) => guarded(perNetwork, networkOf(ip), reply, attempt),
    /** Whatever keeps something for nobody in particular: counted however it ends. */
    begin: (ip, reply) => take(begunPerNetwork, networkOf(ip), reply),
    /** What anybody may send, and a provider does: each costs a question to the provider. */
    told: (ip, reply) => take(toldPerNetwork, networkOf(ip), reply),
  };
}

export type Tries = ReturnType<typeof makeTries>;

/** Counted before the attempt, so that many at once cannot all slip through. */
async function guarded<R>(limiter: Limiter, key: string, reply: FastifyReply, attempt: () => Promise<R>): Promise<R> {
  take(limiter, key, reply);
  const result = await attempt();
  limiter.refund(key);
  return result;
}

function take(limiter: Limiter, key: string, reply: FastifyReply): void {
  const taken = limiter.take(key);
  if (taken.allowed) return;
  reply.header('retry-after', taken.retryAfterSeconds);
  throw tooMany({ retryAfterSeconds: taken.retryAfterSeconds });
}
