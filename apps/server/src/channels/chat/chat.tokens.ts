import { type Keys, sign, verify } from '../../platform/secrets/keys.ts';

/** What a visitor's browser holds: which customer and thread it is, on which inbox. Signed, so nobody can claim another's. */
export type VisitorToken = {
  workspaceId: string;
  inboxId: string;
  customerId: string;
  threadId: string;
  name: string;
  identified: boolean;
};

const YEAR_IN_MS = 365 * 86_400_000;

export type VisitorTokens = {
  issue: (token: VisitorToken, now: Date) => string;
  /** Null for a token that is forged, over a year old, or of another inbox. */
  read: (word: string, inboxId: string, now: Date) => VisitorToken | null;
};

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
