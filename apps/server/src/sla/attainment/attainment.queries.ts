import type { Outcome, PromiseClock, Promised } from '@madoguchi/contract/promises.ts';
import { type SelectQueryBuilder, sql } from 'kysely';
import { conversationsById } from '../../conversations/queries/read.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { ClockRow } from '../clocks/clocks.store.ts';
import { listPolicies } from '../policies/policies.queries.ts';

/** Promises that began in a period, `to` not included; of one policy or of all. */
export type Period = { from: string; to: string; policyId?: string | undefined };

const PROMISES: readonly Promised[] = ['first_response', 'next_response', 'resolution'];

/** What came of a promise; null: nobody was owed it any more before it was kept or broken. */
const outcome = sql<Outcome | null>`case when k.breached_at is not null then 'breached' when k.met_at is not null then 'met'
  when k.ended_at is null then 'open' end`;

/** The one base of every number and of the list behind it. */
const clocksIn = (tx: Tx, workspaceId: string, { from, to, policyId }: Period) =>
  tx
    .selectFrom('sla_clocks as k')
    .where('k.workspace_id', '=', workspaceId)
    .where('k.started_at', '>=', new Date(from))
    .where('k.started_at', '<', new Date(to))
    .$if(policyId !== undefined, (query) => query.where('k.policy_id', '=', policyId!)) as SelectQueryBuilder<
    Tables & { k: Tables['sla_clocks'] },
    'k',
    object
  >;

/** How many promises of each kind were kept, were broken, or are still open. */
export async function attainmentOf(tx: Tx, workspaceId: string, period: Period) {
  const rows = await clocksIn(tx, workspaceId, period)
    .select(['k.promise', outcome.as('outcome'), sql<number>`count(*)`.as('count')])
    .where(outcome, 'is not', null)
    .groupBy(['k.promise', 'outcome'])
    .execute();
  const count = (promise: Promised, wanted: Outcome) =>
    Number(rows.find((row) => row.promise === promise && row.outcome === wanted)?.count ?? 0);
  return PROMISES.map((promise) => ({
    promise,
    met: count(promise, 'met'),
    breached: count(promise, 'breached'),
    open: count(promise, 'open'),
  }));
}

type Wish = Period & { promise: Promised; outcome: Outcome; cursor?: string | undefined; limit: number };

/** The conversations behind one of these numbers, the latest promise first; one may stand here for several of its answers. */
export async function attainmentList(tx: Tx, workspaceId: string, wish: Wish) {
  const after = readKeyset(wish.cursor);
  const rows = await clocksIn(tx, workspaceId, wish)
    .selectAll('k')
    .select(sql<string>`k.conversation_id || '-' || lpad(k.round::text, 6, '0')`.as('key'))
    .where('k.promise', '=', wish.promise)
    .where(outcome, '=', wish.outcome)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(k.started_at, k.conversation_id || '-' || lpad(k.round::text, 6, '0')) < (${after!.at}, ${after!.id})`),
    )
    .orderBy('k.started_at', 'desc')
    .orderBy('key', 'desc')
    .limit(wish.limit + 1)
    .execute();
  const shown = rows.slice(0, wish.limit);
  const conversations = await conversationsById(tx, workspaceId, [...new Set(shown.map((row) => row.conversation_id))]);
  const present = await presenter(tx, workspaceId);
  const last = rows.length > wish.limit ? shown.at(-1) : undefined;
  return {
    items: shown.flatMap((row) => {
      const conversation = conversations.get(row.conversation_id);
      return conversation ? [{ conversation, clock: present(row) }] : [];
    }),
    nextCursor: last ? keysetOf(last.started_at, last.key) : null,
  };
}

/** The clocks of one conversation, the latest first. */
export async function promisesOf(tx: Tx, workspaceId: string, conversationId: string): Promise<PromiseClock[]> {
  const rows = await tx
    .selectFrom('sla_clocks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('started_at', 'desc')
    .orderBy('promise')
    .limit(200)
    .execute();
  return rows.map(await presenter(tx, workspaceId));
}

async function presenter(tx: Tx, workspaceId: string): Promise<(row: ClockRow) => PromiseClock> {
  const names = new Map((await listPolicies(tx, workspaceId)).map(({ id, name }) => [id, name]));
  return (row) => ({
    promise: row.promise as Promised,
    round: row.round,
    policy: names.has(row.policy_id) ? { id: row.policy_id, name: names.get(row.policy_id)! } : null,
    startedAt: row.started_at.toISOString(),
    minutes: row.minutes,
    dueAt: row.due_at?.toISOString() ?? null,
    paused: row.paused,
    warnedAt: row.warned_at?.toISOString() ?? null,
    breachedAt: row.breached_at?.toISOString() ?? null,
    metAt: row.met_at?.toISOString() ?? null,
  });
}
