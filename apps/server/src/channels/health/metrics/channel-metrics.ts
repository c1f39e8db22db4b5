import { Counter, Gauge, type Registry } from 'prom-client';
import type { Platform } from '../../../platform/ctx.ts';
import { type Standing, standingReceivers } from '../../email/receiver/standing.ts';
import { type InboxStanding, inboxesEverywhere } from '../inboxes-everywhere.queries.ts';
import { type Waiting, waitingByChannel } from './figures.queries.ts';
import { messageTotals } from './message-totals.ts';

type Figures = {
  inboxes: readonly InboxStanding[];
  waiting: readonly Waiting[];
  doors: readonly Standing[];
  totals: Awaited<ReturnType<ReturnType<typeof messageTotals>>>;
  now: Date;
};
type Values = [labels: Record<string, string>, value: number][];

/**
 * How the channels are, for whoever watches the installation: read from the database at each scrape, in four queries, so every process says
 * the same (take the max, not the sum, over several). While the database is away they are absent rather than old.
 */
export function channelMetrics({ db, clock }: Pick<Platform, 'db' | 'clock'>, registry: Registry): void {
  const totalsOf = messageTotals();
  const read = (): Promise<Figures> => {
    const now = clock.now();
    return db.directory(async (tx) => ({
      inboxes: await inboxesEverywhere(tx, now),
      waiting: await waitingByChannel(tx),
      doors: await standingReceivers(tx),
      totals: await totalsOf(tx, now),
      now,
    }));
  };
  // All metrics of a scrape are collected at once and share one reading.
  let underway: Promise<Figures | null> | null = null;
  const figures = (): Promise<Figures | null> => {
    underway ??= read()
      .catch(() => null)
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  const valuesOf = async (pick: (figures: Figures) => Values): Promise<Values> => {
    const found = await figures();
    return found ? pick(found) : [];
  };
  const gauge = (name: string, help: string, labelNames: string[], pick: (figures: Figures) => Values) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const values = await valuesOf(pick);
        this.reset();
        for (const [labels, value] of values) this.set(labels, value);
      },
    });

  gauge('madoguchi_inboxes', 'Inboxes by channel and state: good, quiet, failing, paused', ['channel', 'state'], ({ inboxes }) =>
    counted(inboxes, ({ channel, state }) => ({ channel, state })),
  );
  gauge('madoguchi_inboxes_failing', 'Failing inboxes by channel and reason', ['channel', 'failure'], ({ inboxes }) =>
    counted(
      inboxes.filter(({ state }) => state === 'failing'),
      ({ channel, failure }) => ({ channel, failure: failure ?? '' }),
    ),
  );
  gauge('madoguchi_channel_oldest_unread_seconds', 'Age of the oldest message still on a platform’s server', ['channel'], (all) =>
    largest(all.inboxes, ({ oldestUnreadAt }) => oldestUnreadAt && secondsBetween(oldestUnreadAt, all.now)),
  );
  gauge('madoguchi_channel_token_left_seconds', 'Time until the first credentials of a channel end; negative after', ['channel'], (all) =>
    largest(all.inboxes, ({ tokenExpiresAt }) => tokenExpiresAt && secondsBetween(tokenExpiresAt, all.now)).map(([labels, past]) => [
      labels,
      -past,
    ]),
  );
  gauge(
    'madoguchi_mail_receiver_certificate_left_seconds',
    'Time until a mail receiver’s certificate ends; negative after',
    ['where'],
    (all) =>
      all.doors.flatMap(
        ({ where, certificateEnds }): Values => (certificateEnds ? [[{ where }, secondsBetween(all.now, certificateEnds)]] : []),
      ),
  );
  gauge('madoguchi_deliveries_queued', 'Messages waiting to go out', ['channel'], ({ waiting }) =>
    waiting.map(({ channel, queued }) => [{ channel }, queued]),
  );
  gauge('madoguchi_delivery_oldest_seconds', 'Age of the oldest message waiting to go out', ['channel'], ({ waiting, now }) =>
    waiting.map(({ channel, oldestQueuedAt }) => [{ channel }, oldestQueuedAt ? secondsBetween(oldestQueuedAt, now) : 0]),
  );
  gauge('madoguchi_payloads', 'Payloads waiting to be read, and those that could not be', ['channel', 'state'], ({ waiting }) =>
    waiting.flatMap(
      ({ channel, unread, unreadable }): Values => [
        [{ channel, state: 'waiting' }, unread],
        [{ channel, state: 'failed' }, unreadable],
      ],
    ),
  );
  new Counter({
    name: 'madoguchi_channel_messages_total',
    help: 'Messages that came in, went out, or failed to go out',
    labelNames: ['channel', 'direction'],
    registers: [registry],
    async collect() {
      const values = await valuesOf(({ totals }) =>
        totals.flatMap(
          ({ channel, received, sent, failed }): Values => [
            [{ channel, direction: 'in' }, received],
            [{ channel, direction: 'out' }, sent],
            [{ channel, direction: 'failed' }, failed],
          ],
        ),
      );
      this.reset();
      for (const [labels, value] of values) this.inc(labels, value);
    },
  });
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;

function counted<T>(all: readonly T[], labelsOf: (one: T) => Record<string, string>): Values {
  const groups = Map.groupBy(all, (one) => JSON.stringify(labelsOf(one)));
  return [...groups].map(([labels, of]) => [JSON.parse(labels) as Record<string, string>, of.length]);
}

/** The largest figure of each channel, of the inboxes that run and have one. */
function largest(inboxes: readonly InboxStanding[], figure: (inbox: InboxStanding) => number | null): Values {
  const found = new Map<string, number>();
  for (const inbox of inboxes) {
    const value = inbox.state === 'paused' ? null : figure(inbox);
    if (value !== null) found.set(inbox.channel, Math.max(value, found.get(inbox.channel) ?? value));
  }
  return [...found].map(([channel, value]) => [{ channel }, value]);
}
