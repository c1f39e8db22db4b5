import type { putSingleSignOn, SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { forbidden, notFound } from '../../platform/http/refusal.ts';
import { seal } from '../../platform/secrets/seal.ts';
import { changerOf } from '../agents.commands.ts';
import { singleSignOnAddressRefused, singleSignOnDomainTaken, singleSignOnIncomplete, singleSignOnTestFirst } from '../agents.errors.ts';
import { singleSignOnChanged, singleSignOnUnlinked } from '../agents.events.ts';
import { exceeds, rightsOfBuiltIn } from '../roles/rights.rules.ts';
import { linkedAgentIds, storedSingleSignOn, toSettings } from './settings.queries.ts';
import { changedNames, issuerOf } from './settings.rules.ts';
import type { Places, SingleSafe } from './single-sign-on.types.ts';

type Wish = z.output<typeof putSingleSignOn.body>;

/** The settings with how the last test went and who is connected. */
export async function readSingleSignOn(ctx: Ctx, places: Places): Promise<SingleSignOn> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const row = await storedSingleSignOn(tx, workspaceId);
    return {
      ...toSettings(row),
      ...places,
      tested: row !== undefined && row.tested_at !== null,
      lastTest: row?.last_test ?? null,
      linkedAgentIds: row ? await linkedAgentIds(tx, workspaceId, row.issuer) : [],
    };
  });
}

/**
 * Sets the provider up; the same again writes no fact. Another issuer, client or secret has to be tested anew, and a kept secret stays
 * with its issuer. Whoever says who comes in could come in as anybody: it takes all that an admin may, not only the permission.
 * @throws forbidden · singleSignOnAddressRefused · singleSignOnIncomplete · singleSignOnTestFirst · singleSignOnDomainTaken
 */
export async function changeSingleSignOn(ctx: Ctx, { sealingKey, hosts }: SingleSafe, wish: Wish): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const issuer = wish.issuer === '' ? '' : issuerOf(wish.issuer, hosts);
  if (issuer === null) throw singleSignOnAddressRefused();
  const [clientId, label] = [wish.clientId.trim(), wish.label.trim()];
  if (wish.enabled && (issuer === '' || clientId === '' || label === '')) throw singleSignOnIncomplete();
  await ctx.transaction(async (tx) => {
    if (exceeds(rightsOfBuiltIn('admin'), (await changerOf(ctx, tx)).rights)) throw forbidden();
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedSingleSignOn(tx, workspaceId);
    const typed = wish.clientSecret?.trim();
    const kept = typed === undefined && before?.issuer === issuer ? before.client_secret : null;
    const secret = typed ? seal(sealingKey, typed) : kept;
    const isSame =
      before?.issuer === issuer && before.client_id === clientId && !typed && Boolean(secret) === Boolean(before.client_secret);
    const testedAt = isSame ? before.tested_at : null;
    if (wish.required && (!wish.enabled || !testedAt)) throw singleSignOnTestFirst();
    const columns = {
      issuer,
      client_id: clientId,
      client_secret: secret,
      label,
      name_claim: wish.nameClaim,
      locale_claim: wish.localeClaim,
      groups_claim: wish.groupsClaim,
      roles: JSON.stringify(wish.groupsClaim === '' ? [] : wish.roles),
      makes_agents: wish.makesAgents,
      team_ids: await teamsOf(tx, workspaceId, wish.teamIds),
      trusted_domains: [...new Set(wish.trustedDomains)].sort(),
      asks_second_step: wish.asksSecondStep,
      sign_out: wish.signOut,
      enabled: wish.enabled,
      required: wish.required,
      tested_at: testedAt,
      updated_at: ctx.clock.now(),
      ...(isSame ? {} : { last_test: null }),
    };
    await tx
      .insertInto('single_sign_on')
      .values({ workspace_id: workspaceId, ...columns })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
      .execute();
    await keepDomains(tx, workspaceId, wish.domains);
    const [was, is] = [toSettings(before), toSettings(await storedSingleSignOn(tx, workspaceId))];
    const changed = [...changedNames(was, is), ...(typed ? ['clientSecret'] : [])];
    if (changed.length > 0) await ctx.append(tx, singleSignOnChanged({ changed, enabled: wish.enabled, required: wish.required }));
  });
}

/** @throws notFound for a team of nobody here */
async function teamsOf(tx: Tx, workspaceId: string, wanted: readonly string[]): Promise<string[]> {
  const ids = [...new Set(wanted)].sort();
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('teams').select('id').where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute();
  if (rows.length !== ids.length) throw notFound();
  return ids;
}

async function keepDomains(tx: Tx, workspaceId: string, wanted: readonly string[]): Promise<void> {
  const domains = [...new Set(wanted)].sort();
  await tx.deleteFrom('single_sign_on_domains').where('workspace_id', '=', workspaceId).execute();
  for (const domain of domains) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('single_sign_on_domains')
      .values({ workspace_id: workspaceId, domain })
      .onConflict((conflict) => conflict.column('domain').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw singleSignOnDomainTaken({ domain });
  }
}

/** Forgets who an agent is at the provider: at the next sign-in they are connected anew. @throws notFound for nobody, or nobody connected */
export async function unlinkSingleSignOn(ctx: Ctx, agentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('single_sign_on_links')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('agent_id', '=', agentId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw notFound();
    await ctx.append(tx, singleSignOnUnlinked({ agentId }));
  });
}
