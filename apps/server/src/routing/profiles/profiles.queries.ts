import type { Profile, ProfileBody, Skill } from '@madoguchi/contract/routing.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { noLoad } from '../assign/load.rules.ts';
import type { RoutingProfilesTable } from '../routing.tables.ts';
import { loads } from './load.queries.ts';
import { usualProfile } from './profiles.rules.ts';

export const listSkills = (ctx: Ctx, tx: Tx): Promise<Skill[]> =>
  tx.selectFrom('skills').select(['id', 'name']).where('workspace_id', '=', ctx.viewer.workspaceId).orderBy('name').orderBy('id').execute();

/** What each agent can do, as said or as usual, by agent. */
export async function profilesByAgent(ctx: Ctx, tx: Tx): Promise<(agentId: string) => ProfileBody> {
  const rows = await tx.selectFrom('routing_profiles').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).execute();
  const said = new Map(rows.map((row) => [row.agent_id, toProfile(row)]));
  const { locale } = await workspaceSettings(ctx, tx);
  return (agentId) => said.get(agentId) ?? usualProfile(locale);
}

const toProfile = (row: Selectable<RoutingProfilesTable>): ProfileBody => ({
  tier: row.tier,
  languages: row.languages as ProfileBody['languages'],
  skills: row.skills,
  capacity: { chats: row.chats, messages: row.messages, calls: row.calls },
});

/** Every active agent's profile with what they have now, in the order they came. */
export async function listProfiles(ctx: Ctx, tx: Tx): Promise<Profile[]> {
  const agents = await tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('deactivated_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const profileOf = await profilesByAgent(ctx, tx);
  const load = await loads(ctx, tx);
  return agents.map(({ id }) => ({ agentId: id, ...profileOf(id), load: load.get(id) ?? noLoad() }));
}

/** @throws notFound for an agent who is not there, or left */
export async function readProfile(ctx: Ctx, tx: Tx, agentId: string): Promise<Profile> {
  const profile = (await listProfiles(ctx, tx)).find((one) => one.agentId === agentId);
  if (!profile) throw notFound();
  return profile;
}
