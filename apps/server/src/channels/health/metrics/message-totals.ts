import type { Tx } from '../../../platform/db/db.ts';
import { type Totals, totalsByChannel } from './figures.queries.ts';

const HOUR_MS = 3_600_000;

/**
 * Messages by channel since the installation began. What was counted in hours long over is read once and kept; each time only the last hours
 * are read again, so a scrape costs the same after years.
 */
export function messageTotals() {
  let kept: Totals[] = [];
  let from = new Date(0);
  return async (tx: Tx, now: Date): Promise<Totals[]> => {
    // Hours are counted by the clock of whoever counts: two of them, in case those differ.
    const until = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS - 2 * HOUR_MS);
    const { settled, recent } = await totalsByChannel(tx, from, until);
    kept = added([...kept, ...settled]);
    from = until;
    return added([...kept, ...recent]);
  };
}

const added = (all: readonly Totals[]): Totals[] =>
  [...Map.groupBy(all, ({ channel }) => channel)].map(([channel, of]) => ({
    channel,
    received: of.reduce((sum, one) => sum + one.received, 0),
    sent: of.reduce((sum, one) => sum + one.sent, 0),
    failed: of.reduce((sum, one) => sum + one.failed, 0),
  }));
