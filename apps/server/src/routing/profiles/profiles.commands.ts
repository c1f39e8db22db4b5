import type { Profile, ProfileBody, Skill } from '@madoguchi/contract/routing.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { queueNamesNobody, skillNameTaken } from '../routing.errors.ts';
import { profileUpdated, skillCreated, skillRemoved, skillUpdated } from '../routing.events.ts';
import { listSkills, readProfile } from './profiles.queries.ts';

/** @throws skillNameTaken */
export async function createSkill(ctx: Ctx, name: string): Promise<Skill> {
  return ctx.transaction(async (tx) => {
    await refuseTaken(ctx, tx, null, name);
    const id = newId('skl');
    await tx.insertInto('skills').values({ workspace_id: ctx.viewer.workspaceId, id, name, created_at: ctx.clock.now() }).execute();
    await ctx.append(tx, skillCreated({ skillId: id, name }));
    return { id, name };
  });
}

/** Renames a skill; the name it has writes no fact. @throws notFound · skillNameTaken */
export async function updateSkill(ctx: Ctx, id: string, name: string): Promise<Skill> {
  return ctx.transaction(async (tx) => {
    const now = (await listSkills(ctx, tx)).find((one) => one.id === id);
    if (!now) throw notFound();
    if (now.name === name) return now;
    await refuseTaken(ctx, tx, id, name);
    await tx.updateTable('skills').set({ name }).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, skillUpdated({ skillId: id, name }));
    return { id, name };
  });
}

async function refuseTaken(ctx: Ctx, tx: Tx, id: string | null, name: string): Promise<void> {
  await lockRouting(ctx, tx);
  const taken = (await listSkills(ctx, tx)).some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw skillNameTaken();
}

/** Removes a skill from wherever it is asked for or had. @throws notFound */
export async function removeSkill(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const { workspaceId } = ctx.viewer;
    const removed = await tx
      .deleteFrom('skills')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!removed) throw notFound();
    const without = sql<string>`skills - ${id}::text`;
    await tx.updateTable('queues').set({ skills: without }).where('workspace_id', '=', workspaceId).execute();
    await tx.updateTable('routing_profiles').set({ skills: without }).where('workspace_id', '=', workspaceId).execute();
    await ctx.append(tx, skillRemoved({ skillId: id, name: removed.name }));
    ctx.wakeLanes(tx);
  });
}

/** Changes what an agent can do and how much at once; the same again writes no fact. @throws notFound · queueNamesNobody for a skill that is not there */
export async function updateProfile(ctx: Ctx, agentId: string, wish: ProfileBody): Promise<Profile> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const now = await readProfile(ctx, tx, agentId);
    const skills = await listSkills(ctx, tx);
    if (Object.keys(wish.skills).some((id) => !skills.some((one) => one.id === id))) throw queueNamesNobody();
    const changed = (Object.keys(wish) as (keyof ProfileBody)[]).filter((name) => JSON.stringify(wish[name]) !== JSON.stringify(now[name]));
    if (changed.length === 0) return now;
    const columns = {
      tier: wish.tier,
      languages: wish.languages,
      skills: JSON.stringify(wish.skills),
      chats: wish.capacity.chats,
      messages: wish.capacity.messages,
      calls: wish.capacity.calls,
    };
    await tx
      .insertInto('routing_profiles')
      .values({ workspace_id: ctx.viewer.workspaceId, agent_id: agentId, ...columns })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id']).doUpdateSet(columns))
      .execute();
    await ctx.append(tx, profileUpdated({ agentId, changed }));
    ctx.wakeLanes(tx);
    return { ...now, ...wish };
  });
}
