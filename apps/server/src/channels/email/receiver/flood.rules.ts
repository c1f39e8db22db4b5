// Pure: who asks for too much at our door.

const WINDOW_MS = 10 * 60_000;
/** So many recipients nobody here knows, of one client within the window: somebody is trying names. */
const UNKNOWN_AT_MOST = 50;
/** So many unknown recipients within one connection. */
export const UNKNOWN_PER_CONNECTION = 10;
/** So many connections of one client at once. */
const AT_ONCE = 20;
const MOST_CLIENTS = 10_000;

type Client = { open: number; unknown: number; since: number };

/** Counts, by the client's IP address, open connections and recipients that do not exist. */
export function makeFloodGuard(now: () => number = Date.now) {
  const clients = new Map<string, Client>();
  const of = (ip: string): Client => {
    const known = clients.get(ip);
    if (known) {
      if (now() - known.since > WINDOW_MS) Object.assign(known, { unknown: 0, since: now() });
      return known;
    }
    if (clients.size >= MOST_CLIENTS) for (const [other, { open }] of clients) if (open === 0) clients.delete(other);
    const client = { open: 0, unknown: 0, since: now() };
    clients.set(ip, client);
    return client;
  };
  return {
    /** @returns false when it has to come again later */
    enter: (ip: string): boolean => {
      const client = of(ip);
      client.open += 1;
      return client.open <= AT_ONCE && client.unknown < UNKNOWN_AT_MOST;
    },
    leave: (ip: string): void => {
      const client = of(ip);
      client.open = Math.max(0, client.open - 1);
    },
    /** It asked for a recipient that does not exist. @returns whether it may go on */
    missed: (ip: string): boolean => {
      const client = of(ip);
      client.unknown += 1;
      return client.unknown < UNKNOWN_AT_MOST;
    },
  };
}
