import { sql } from 'kysely';
import { threadFor } from '../../conversations/commands/thread-for.ts';
import type { ThreadLine } from '../../conversations/conversations.types.ts';
import { findOrCreateByProofs } from '../../customers/proofs.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import type { Line } from '../port/port.types.ts';

type Deps = { channel: Channel; call: Call };
export type FoundLine = ThreadLine & { customerName: string; customerLocale: string | null };

/**
 * The line an event is about, with its customer; both made when somebody is heard of for the first time, with the name their platform
 * knows. Two first events at once agree on one.
 * @param threadExternalId another line than the sender's own, where the channel says so (an e-mail's thread)
 */
export async function lineOf({ channel, call }: Deps, ctx: Ctx, line: Line, threadExternalId = line.externalId): Promise<FoundLine> {
  const known = await ctx.transaction((tx) => knownLine(ctx, tx, call.inbox.id, threadExternalId));
  if (known) return { ...known, channel: channel.name };
  const profile = line.name ? null : await channel.profile?.(call, line.externalId).catch(() => null);
  const about = { name: line.name ?? profile?.name ?? '', locale: line.locale ?? profile?.locale };
  const threadId = await ctx.transaction(async (tx) => {
    const found = { ...line.identity, source: channel.name };
    const reached = await findOrCreateByProofs(ctx, tx, found, line.identity.verified ? (line.also ?? []) : [], about);
    return threadFor(ctx, tx, { inboxId: call.inbox.id, ...reached, externalId: threadExternalId });
  });
  const made = await ctx.transaction((tx) => knownLine(ctx, tx, call.inbox.id, threadExternalId));
  if (made?.threadId !== threadId) throw new Error('a line was made and is not there');
  return { ...made, channel: channel.name };
}

export async function knownLine(ctx: Ctx, tx: Tx, inboxId: string, externalId: string) {
  const row = await tx
    .selectFrom('threads as t')
    .innerJoin('customers as c', (join) => join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'))
    .select(['t.id', 't.customer_id', 'c.name', 'c.locale'])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.inbox_id', '=', inboxId)
    .where('t.external_id', '=', externalId)
    .executeTakeFirst();
  return row ? { threadId: row.id, inboxId, customerId: row.customer_id, customerName: row.name, customerLocale: row.locale } : null;
}

/** What is to be kept with a line after it was heard from. Word that comes late does not replace what came after it. */
export async function noteLine(ctx: Ctx, tx: Tx, threadId: string, heard: { at: Date; state?: Readonly<Record<string, unknown>> }) {
  const isLatest = sql<boolean>`coalesce(threads.last_inbound_at, '-infinity') <= ${heard.at}`;
  const state = JSON.stringify(heard.state ?? {});
  await tx
    .updateTable('threads')
    .set({
      last_inbound_at: sql`greatest(threads.last_inbound_at, ${heard.at})`,
      reachable: sql`threads.reachable or coalesce((threads.state->>'reachAt')::numeric, 0) <= ${heard.at.getTime()}`,
      state: sql`case when ${isLatest} then threads.state || ${state}::jsonb else threads.state end`,
    })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', threadId)
    .execute();
}

/** Keeps something with a line that a channel wants to find again. */
export async function noteState(ctx: Ctx, tx: Tx, threadId: string, state: Readonly<Record<string, unknown>>): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ state: sql`threads.state || ${JSON.stringify(state)}::jsonb` })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', threadId)
    .execute();
}

/** Whether we may still write to a line. @param at when it became so, where known: what was learned later stands */
export async function setReachable(ctx: Ctx, tx: Tx, threadId: string, reachable: boolean, at?: Date): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ reachable, ...(at ? { state: sql`threads.state || ${JSON.stringify({ reachAt: at.getTime() })}::jsonb` } : {}) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', threadId)
    .$if(at !== undefined, (query) =>
      query
        .where((eb) => eb.or([eb('last_inbound_at', 'is', null), eb('last_inbound_at', '<=', at!)]))
        .where(sql<boolean>`coalesce((threads.state->>'reachAt')::numeric, 0) <= ${at!.getTime()}`),
    )
    .execute();
}
