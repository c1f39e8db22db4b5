import { type Keys, sign, verify } from '../../platform/secrets/keys.ts';
import type { VisitorToken, VisitorTokens } from './chat.types.ts';

const YEAR_IN_MS = 365 * 86_400_000;

export function makeVisitorTokens(keys: Keys): VisitorTokens {
  const key = keys.derive('visitor-token');
  return {
    issue: (token, now) => sign(key, { ...token, until: now.getTime() + YEAR_IN_MS }),
    read: (word, inboxId, now) => {
      const found = verify(key, word) as (VisitorToken & { until: number }) | null;
      if (!found || found.inboxId !== inboxId || found.until < now.getTime()) return null;
      const { until: _until, ...token } = found;
      return token;
    },
  };
}
