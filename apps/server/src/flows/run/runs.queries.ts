import type { FlowPlan, FlowTrigger } from '@madoguchi/contract/flows.ts';
import { sql } from 'kysely';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { provedOn } from '../../customers/codes/codes.queries.ts';
import type { CodeWays } from '../../customers/codes/codes.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { isOpenAt } from '../../workspaces/hours.rules.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { wallTimeAt } from '../../workspaces/zoned-time.rules.ts';
import { planOf } from '../flows.queries.ts';
import type { FlowKnown, FlowState } from '../flows.types.ts';
import type { Startable } from './triggers.rules.ts';

/** A customer's way through one version of a flow. */
export type FlowRun = { id: string; flowId: string; version: number; plan: FlowPlan; state: FlowState; status: string; updatedAt: Date };

/** The last flow that was begun in a conversation, under way or not; null for none. */
export async function latestRun(tx: Tx, workspaceId: string, conversationId: string): Promise<FlowRun | null> {
  const row = await tx
    .selectFrom('flow_runs as r')
    .innerJoin('flow_versions as v', (join) =>
      join.onRef('v.workspace_id', '=', 'r.workspace_id').onRef('v.flow_id', '=', 'r.flow_id').onRef('v.version', '=', 'r.flow_version'),
    )
    .selectAll('r')
    .select('v.plan')
    .where('r.workspace_id', '=', workspaceId)
    .where('r.conversation_id', '=', conversationId)
    .orderBy(sql`r.status = 'running'`, 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const state: FlowState = {
    step: row.step,
    answers: row.answers as FlowState['answers'],
    chosen: row.chosen as FlowState['chosen'],
    tries: row.tries,
    question: row.question,
    identifying: row.identifying as FlowState['identifying'],
  };
  return {
    id: row.id,
    flowId: row.flow_id,
    version: row.flow_version,
    plan: planOf(row.plan),
    state,
    status: row.status,
    updatedAt: row.updated_at,
  };
}

/** Whether a flow was begun in a conversation; `running`: and is under way. */
export async function hasRun(tx: Tx, workspaceId: string, conversationId: string, { running }: { running: boolean }): Promise<boolean> {
  const row = await tx
    .selectFrom('flow_runs')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .$if(running, (query) => query.where('status', '=', 'running'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What may be started, the oldest flow first. */
export async function startableFlows(tx: Tx, workspaceId: string): Promise<Startable[]> {
  const rows = await tx
    .selectFrom('flows')
    .select(['id', sql<FlowTrigger[]>`published_plan -> 'triggers'`.as('triggers')])
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'published')
    .orderBy('id')
    .execute();
  return rows;
}

/** The published version of a flow; null when it was taken back. */
export async function publishedPlan(tx: Tx, workspaceId: string, id: string): Promise<{ plan: FlowPlan; version: number } | null> {
  const row = await tx
    .selectFrom('flows')
    .select(['published_plan', 'published_version'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.published_version ? { plan: planOf(row.published_plan), version: row.published_version } : null;
}

/** What a flow may know of a conversation, as it is now. `codes`: by what one can be sent. */
export async function knownOf(ctx: Ctx, tx: Tx, conversation: ConversationRow, codes: CodeWays): Promise<FlowKnown> {
  const identities = await tx
    .selectFrom('identities')
    .select(['kind', 'value', 'verified_at'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('customer_id', '=', conversation.customer_id)
    .orderBy('created_at')
    .execute();
  const has = (kind: string) => identities.some((one) => one.kind === kind);
  const verified = (kind: string) => identities.findLast((one) => one.kind === kind && one.verified_at !== null)?.value;
  const signed = verified('external');
  // A code counts on the line it was typed on; a signature is the company's word for the customer. A telephone number passes from one to the
  // next, and who sends from it can be made up: only a code that was read there just now speaks for it.
  const proved = await provedOn(ctx, tx, conversation.thread_id);
  const email = proved.email ?? (signed === undefined ? undefined : verified('email'));
  return {
    ...(await clockOf(ctx, tx, conversation.inbox_id)),
    locale: conversation.locale === 'en' ? 'en' : 'ja',
    channel: conversation.channel,
    has: [
      ...(has('email') ? (['email'] as const) : []),
      ...(has('phone') ? (['phone'] as const) : []),
      ...(signed !== undefined || email !== undefined || proved.phone !== undefined ? (['proved_identity'] as const) : []),
    ],
    codes,
    proved: {
      ...(email === undefined ? {} : { verified_email: email }),
      ...(proved.phone === undefined ? {} : { verified_phone: proved.phone }),
      ...(signed === undefined ? {} : { verified_customer_id: signed }),
    },
  };
}

/** Whether people are there, by the inbox's hours (null: by the workspace's), and what day it is where the company is. */
export async function clockOf(ctx: Ctx, tx: Tx, inboxId: string | null): Promise<Pick<FlowKnown, 'open' | 'today'>> {
  const { businessHours, timezone: home } = await workspaceSettings(ctx, tx);
  const { hours, timezone } = inboxId === null ? { hours: businessHours, timezone: home } : await hoursOf(ctx, tx, inboxId, null);
  const now = ctx.clock.now();
  return { open: isOpenAt(hours, timezone, now), today: wallTimeAt(timezone, now).date };
}
