import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import { sql } from 'kysely';
import { seesPlace } from '../../agents/roles/rights.rules.ts';
import { type TellableAgent, tellableAgents } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { isAfter } from '../../platform/event-log/cursor.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { newId } from '../../platform/ids/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { notificationRaised } from '../notifications.events.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { quietUntil } from '../settings/settings.rules.ts';
import { toldBy } from './causes.rules.ts';
import { sceneOf } from './scene.queries.ts';

/** The job that pushes and mails one notification, if it is not read by then; its payload: notificationId. */
export const TELL_TASK = 'notifications.tell';
/** A colleague who has the conversation open reads it within this time; then nobody's phone rings. */
const TELL_AFTER_MS = 4000;
/** What is older is no news any more: a reader that begins, or was away for long, tells nobody of it. */
const NEWS_MS = 86_400_000;

/** Records what a fact is to whom: never for who did it, nor for who may not see it, nor twice. */
export async function recordFact(ctx: Ctx, fact: LoggedFact): Promise<void> {
  if (!fact.conversation_id || ctx.clock.now().getTime() - fact.at.getTime() > NEWS_MS) return;
  await ctx.transaction(async (tx) => {
    const scene = await sceneOf(tx, ctx.viewer.workspaceId, fact);
    const told = scene && toldBy(fact, scene);
    if (!told) return;
    const others = [...new Set(told.agentIds)].filter((id) => id !== fact.actor_id);
    for (const agent of await tellableAgents(tx, ctx.viewer.workspaceId, others)) {
      if (!seesPlace(agent.viewer, { inboxId: scene.inboxId, agentId: scene.assigneeId, teamId: scene.teamId })) continue;
      await recordFor(ctx, tx, agent, told.kind, { fact, inboxId: scene.inboxId });
    }
  });
}

type About = { fact: LoggedFact; inboxId: string };

async function recordFor(ctx: Ctx, tx: Tx, agent: TellableAgent, kind: NotificationKind, { fact, inboxId }: About): Promise<void> {
  const quiet = await settingsOf(ctx, tx, agent.id);
  const ways = quiet.settings.kinds[kind];
  if (!ways.desk && !ways.push && !ways.mail) return;
  const { workspaceId } = ctx.viewer;
  const conversationId = fact.conversation_id ?? '';
  // Nobody else counts the same at the same time.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notification ${agent.id} ${conversationId} ${kind}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('notifications')
    .select(['id', 'read_at', 'cause_xid', 'cause_position'])
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agent.id)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', kind)
    .orderBy('cause_xid', 'desc')
    .orderBy('cause_position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && !isAfter({ xid: fact.xid, position: fact.position }, { xid: last.cause_xid, position: last.cause_position })) return;
  const latest = {
    message_id: (fact.data as { messageId?: string }).messageId ?? null,
    actor_name: fact.actor_kind === 'system' || fact.actor_kind === 'bot' ? null : nameOf(fact),
    cause_xid: fact.xid,
    cause_position: fact.position,
    last_at: fact.at,
  };
  const id = last && !last.read_at ? last.id : newId('ntf');
  await tx
    .insertInto('notifications')
    .values({
      workspace_id: workspaceId,
      id,
      agent_id: agent.id,
      kind,
      conversation_id: conversationId,
      inbox_id: inboxId,
      count: 1,
      in_desk: ways.desk,
      first_at: fact.at,
      read_at: null,
      mailed_at: null,
      ...latest,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'id']).doUpdateSet({ ...latest, in_desk: ways.desk, count: sql<number>`notifications.count + 1` }),
    )
    .execute();
  const now = ctx.clock.now();
  const silent = quietUntil(quiet, now) !== null;
  const raised = notificationRaised({ notificationId: id, agentId: agent.id, kind, by: latest.actor_name, inDesk: ways.desk, silent });
  await ctx.append(tx, raised, { conversationId, inboxId });
  if (ways.push || ways.mail)
    await enqueue(tx, ctx, TELL_TASK, { notificationId: id }, { runAt: new Date(now.getTime() + TELL_AFTER_MS), key: `tell:${id}` });
}

/** A customer's name is looked up where it is shown: they may be renamed, or erased. */
const nameOf = (fact: LoggedFact): string | null => (fact.actor_kind === 'customer' ? null : fact.actor_name);
