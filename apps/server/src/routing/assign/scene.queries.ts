import type { Role } from '@madoguchi/contract/agents.ts';
import { sql } from 'kysely';
import { seesEveryInbox } from '../../agents/agents.permissions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { canBeAsked } from '../presence/presence.rules.ts';
import { routingSettings } from '../presence/settings.queries.ts';
import { loads } from '../profiles/load.queries.ts';
import { profilesByAgent } from '../profiles/profiles.queries.ts';
import { queueRules } from '../queues/queues.queries.ts';
import type { Candidate, OpenOffer, Scene, Waiting } from '../routing.types.ts';
import { classOf, noLoad } from './load.rules.ts';

/** Further back than this nobody is looked at in one pass: the next one comes within a second. */
const MOST_WAITING = 2000;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** Everything a pass decides on, as it is under the routing lock. */
export async function readScene(ctx: Ctx, tx: Tx): Promise<Scene> {
  const queues = await queueRules(ctx, tx);
  const gives = queues.filter(({ mode }) => mode !== 'manual').map(({ id }) => id);
  return {
    queues,
    agents: await candidates(ctx, tx),
    waiting: gives.length === 0 ? [] : await waitingIn(ctx, tx, gives),
    offers: await openOffers(ctx, tx),
    lastAgentSeconds: (await routingSettings(ctx, tx)).lastAgentSeconds,
  };
}

/** Every active agent as rules see them. */
export async function candidates(ctx: Ctx, tx: Tx): Promise<Candidate[]> {
  const { workspaceId } = ctx.viewer;
  const agents = await tx
    .selectFrom('agents as a')
    .leftJoin('agent_presences as p', (join) => join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.agent_id', '=', 'a.id'))
    .select(['a.id', 'a.role', 'p.state', 'p.last_seen_at', 'p.idle_since'])
    .select(
      sql<string[]>`array(select m.team_id from team_members m where m.workspace_id = a.workspace_id and m.agent_id = a.id)`.as('team_ids'),
    )
    .where('a.workspace_id', '=', workspaceId)
    .where('a.deactivated_at', 'is', null)
    .orderBy('a.id')
    .execute();
  const inboxes = await tx
    .selectFrom('inboxes as i')
    .select('i.id')
    .select(
      sql<string[]>`array(select t.team_id from inbox_teams t where t.workspace_id = i.workspace_id and t.inbox_id = i.id)`.as('team_ids'),
    )
    .where('i.workspace_id', '=', workspaceId)
    .execute();
  const profileOf = await profilesByAgent(ctx, tx);
  const load = await loads(ctx, tx);
  const now = ctx.clock.now();
  return agents.map((agent): Candidate => {
    const { tier, languages, skills, capacity } = profileOf(agent.id);
    const sees = ({ team_ids }: { team_ids: string[] }) => team_ids.length === 0 || team_ids.some((id) => agent.team_ids.includes(id));
    return {
      id: agent.id,
      available: agent.state !== null && canBeAsked({ state: agent.state, last_seen_at: agent.last_seen_at }, now),
      tier,
      languages,
      skills,
      capacity,
      load: load.get(agent.id) ?? noLoad(),
      teamIds: agent.team_ids,
      inboxes: seesEveryInbox(agent.role as Role) ? 'all' : inboxes.filter(sees).map(({ id }) => id),
      idleSince: agent.idle_since?.getTime() ?? 0,
    };
  });
}

async function waitingIn(ctx: Ctx, tx: Tx, queueIds: readonly string[]): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('routings as r')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.conversation_id'))
    .select([
      'r.conversation_id',
      'r.queue_id',
      'r.inbox_id',
      'r.queued_at',
      'r.overflowed',
      'r.tier',
      'r.last_agent_id',
      'r.round_ended_at',
      'c.channel',
      'c.locale',
      'c.priority',
      'c.waiting_since',
      'c.assignee_team_id',
    ])
    .select(
      sql<string[]>`array(select o.agent_id from offers o where o.workspace_id = r.workspace_id and o.conversation_id = r.conversation_id
        and o.round = r.round and o.outcome in ('declined', 'timed_out'))`.as('asked'),
    )
    .where('r.workspace_id', '=', ctx.viewer.workspaceId)
    .where('r.state', '=', 'waiting')
    .where('r.queue_id', 'in', queueIds)
    .where('c.assignee_agent_id', 'is', null)
    .where('c.status', '=', 'open')
    .orderBy(sql`array_position(array['urgent', 'high', 'normal', 'low'], c.priority)`)
    .orderBy('c.waiting_since')
    .limit(MOST_WAITING)
    .execute();
  return rows.map(
    (row): Waiting => ({
      id: row.conversation_id,
      queueId: row.queue_id,
      inboxId: row.inbox_id,
      kind: classOf(row.channel),
      language: row.locale,
      priority: PRIORITIES.indexOf(row.priority),
      waitingSince: (row.waiting_since ?? row.queued_at).getTime(),
      queuedAt: row.queued_at.getTime(),
      overflowed: row.overflowed,
      tier: row.tier,
      teamId: row.assignee_team_id,
      lastAgentId: row.last_agent_id,
      asked: row.asked,
      roundEndedAt: row.round_ended_at?.getTime() ?? null,
    }),
  );
}

async function openOffers(ctx: Ctx, tx: Tx): Promise<OpenOffer[]> {
  const rows = await tx
    .selectFrom('offers as o')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'o.workspace_id').onRef('c.id', '=', 'o.conversation_id'))
    .select(['o.id', 'o.conversation_id', 'o.agent_id', 'o.expires_at', 'c.channel'])
    .where('o.workspace_id', '=', ctx.viewer.workspaceId)
    .where('o.ended_at', 'is', null)
    .execute();
  return rows.map(({ id, conversation_id, agent_id, expires_at, channel }) => ({
    id,
    conversationId: conversation_id,
    agentId: agent_id,
    kind: classOf(channel),
    expiresAt: expires_at.getTime(),
  }));
}
