import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { checkedValues } from '../attributes/attributes.queries.ts';
import { domainRefused, domainTaken } from '../customers.errors.ts';
import { organizationCreated, organizationDeleted, organizationUpdated } from '../customers.events.ts';
import { companyDomain } from './domains.rules.ts';

type Fields = { name: string; reading: string; domains: string[]; attributes: Record<string, string>; note: string };
type Change = { [field in keyof Fields]?: Fields[field] | undefined };

/** @throws domainRefused · domainTaken · attributeInvalid */
export async function createOrganization(ctx: Ctx, fields: Fields): Promise<string> {
  return ctx.transaction((tx) => createOrganizationIn(ctx, tx, fields));
}

/** The same within a transaction of the caller's. */
export async function createOrganizationIn(ctx: Ctx, tx: Tx, { name, reading, note, ...fields }: Fields): Promise<string> {
  const workspace_id = ctx.viewer.workspaceId;
  const id = newId('org');
  const domains = await checkedDomains(tx, workspace_id, id, fields.domains);
  const attributes = JSON.stringify(await checkedValues(tx, workspace_id, 'organization', fields.attributes));
  const row = { workspace_id, id, name: name.trim(), reading: reading.trim(), note, domains, attributes, created_at: ctx.clock.now() };
  await tx.insertInto('organizations').values(row).execute();
  await ctx.append(tx, organizationCreated({ organizationId: id }));
  return id;
}

/** @throws notFound · domainRefused · domainTaken · attributeInvalid */
export async function updateOrganization(ctx: Ctx, id: string, change: Change): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const { name, reading, domains, attributes, note } = change;
    const { numUpdatedRows } = await tx
      .updateTable('organizations')
      .set({
        id,
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(reading === undefined ? {} : { reading: reading.trim() }),
        ...(note === undefined ? {} : { note }),
        ...(domains ? { domains: await checkedDomains(tx, workspace_id, id, domains) } : {}),
        ...(attributes ? { attributes: JSON.stringify(await checkedValues(tx, workspace_id, 'organization', attributes)) } : {}),
      })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound();
    await ctx.append(tx, organizationUpdated({ organizationId: id, changed: Object.keys(change) }));
  });
}

/** Its people stay, and belong to none. @throws notFound */
export async function deleteOrganization(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    await tx
      .updateTable('customers')
      .set({ organization_id: null })
      .where('workspace_id', '=', workspace_id)
      .where('organization_id', '=', id)
      .execute();
    const { numDeletedRows } = await tx
      .deleteFrom('organizations')
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
    await ctx.append(tx, organizationDeleted({ organizationId: id }));
  });
}

/** Domains in the form they are kept in; one domain speaks for one organization. */
async function checkedDomains(tx: Tx, workspaceId: string, id: string, typed: readonly string[]): Promise<string[]> {
  const domains = typed.map((one) => {
    const domain = companyDomain(one);
    if (!domain) throw domainRefused({ domain: one });
    return domain;
  });
  if (domains.length === 0) return [];
  const taken = await tx
    .selectFrom('organizations')
    .select(['name', 'domains'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '!=', id)
    .where(sql<boolean>`domains && ${domains}::text[]`)
    .executeTakeFirst();
  if (taken) throw domainTaken({ domain: taken.domains.find((one) => domains.includes(one)), name: taken.name });
  return [...new Set(domains)];
}
