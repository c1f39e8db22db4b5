/** Counts tries by key in windows that begin with the first try. In this process only: several processes allow several times as many. */
export type Limiter = {
  /** Counts a try; the seconds until the next is allowed when there were too many. */
  take: (key: string) => { allowed: true } | { allowed: false; retryAfterSeconds: number };
  /** Takes a try back that was none: it succeeded. */
  refund: (key: string) => void;
};

const MOST_KEYS = 100_000;

export function makeLimiter({ max, windowMs, now = Date.now }: { max: number; windowMs: number; now?: () => number }): Limiter {
  const windows = new Map<string, { tries: number; ends: number }>();

  return {
    take(key) {
      let window = windows.get(key);
      if (!window || window.ends <= now()) {
        windows.delete(key);
        if (windows.size >= MOST_KEYS) forgetOldest(windows);
        window = { tries: 0, ends: now() + windowMs };
        windows.set(key, window);
      }
      if (window.tries >= max) return { allowed: false, retryAfterSeconds: Math.ceil((window.ends - now()) / 1000) };
      window.tries += 1;
      return { allowed: true };
    },
    refund(key) {
      const window = windows.get(key);
      if (window && window.tries > 0) window.tries -= 1;
    },
  };
}

/** Windows are kept in the order in which they began, so the first tenth is the oldest. */
function forgetOldest(windows: Map<string, unknown>): void {
  let left = MOST_KEYS / 10;
  for (const key of windows.keys()) {
    windows.delete(key);
    left -= 1;
    if (left === 0) return;
  }
}
