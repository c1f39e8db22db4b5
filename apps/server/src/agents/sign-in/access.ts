import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Platform } from '../../platform/ctx.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import type { AccessChange, AgentAccess, KeyAccess } from '../agents.types.ts';
import { accessOfAccount, accessOfKey } from './access.queries.ts';
import { changeToldBy } from './access.rules.ts';
import type { Accounts } from './accounts.ts';

/** A look-up costs three round trips and more: its answer is kept for half a minute, and dropped when a change is known. */
const TTL_MS = 30_000;
const TOUCH_AFTER_MS = 60_000;

/** Who stands behind a session's token or an API key's secret, and what they may. */
export type Access = {
  ofToken: (token: string) => Promise<AgentAccess | null>;
  ofKey: (secret: string) => Promise<KeyAccess | null>;
  /** Forgets what a change makes untrue and tells the listeners. */
  changed: (change: AccessChange) => void;
  keyRevoked: (keyId: string) => void;
  /** Does the same for changes that other processes, or other rooms, wrote into the log. */
  noteFacts: (facts: readonly LoggedFact[]) => void;
  onChange: (listener: (change: AccessChange) => void) => () => void;
};

export function makeAccess(platform: Platform, accounts: Accounts): Access {
  const sessions = makeShortCache<AgentAccess | null>({ ttlMs: TTL_MS, max: 10_000 });
  const keys = makeShortCache<KeyAccess | null>({ ttlMs: TTL_MS, max: 10_000 });
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);

  async function lookUpSession(token: string): Promise<AgentAccess | null> {
    const session = await accounts.session(token);
    if (!session) return null;
    const access = await accessOfAccount(platform, session);
    if (access && Date.now() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) await accounts.touch(token);
    return access;
  }

  const changed = (change: AccessChange): void => {
    const { workspaceId, agentId, sessionId } = change;
    sessions.dropWhere(
      (access) =>
        access?.viewer.workspaceId === workspaceId &&
        (agentId === null || access.agentId === agentId) &&
        (sessionId === null || access.sessionId === sessionId),
    );
    if (agentId === null) keys.dropWhere((key) => key?.viewer.workspaceId === workspaceId);
    emitter.emit('change', change);
  };
  const keyRevoked = (keyId: string): void => keys.dropWhere((key) => key?.keyId === keyId);

  return {
    ofToken: (token) => remember(sessions, token, () => lookUpSession(token)),
    ofKey: (secret) => remember(keys, secret, () => accessOfKey(platform, hashOf(secret))),
    changed,
    keyRevoked,
    noteFacts(facts) {
      for (const fact of facts) {
        const told = changeToldBy(fact);
        if (told?.keyId) keyRevoked(told.keyId);
        else if (told?.change) changed(told.change);
      }
    },
    onChange(listener) {
      emitter.on('change', listener);
      return () => void emitter.off('change', listener);
    },
  };
}

/** Secrets are not kept in memory, only their hashes; and nobody's secrets are not kept at all, so that guesses cannot push out the rest. */
async function remember<V>(
  cache: ReturnType<typeof makeShortCache<V | null>>,
  secret: string,
  load: () => Promise<V | null>,
): Promise<V | null> {
  const key = hashOf(secret).toString('base64url');
  const found = await cache.get(key, load);
  if (found === null) cache.drop(key);
  return found;
}

/** How a secret of an API key is stored: it has 256 random bits, so one fast hash is enough. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
