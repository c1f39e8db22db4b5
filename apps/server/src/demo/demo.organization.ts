import { tanaka, yamamoto } from '../../../../fixtures/customers.ts';
import { officeContract, organization, organizationAttributes } from '../../../../fixtures/organization.ts';
import { CONTRACTS, syncOne } from '../commerce/sync/sync.commands.ts';
import { createAttribute } from '../customers/attributes/attributes.commands.ts';
import { listAttributes } from '../customers/attributes/attributes.queries.ts';
import { updateCustomer } from '../customers/customers.commands.ts';
import { createOrganization } from '../customers/organizations/organizations.commands.ts';
import type { Ctx } from '../platform/ctx.ts';
import { SOURCE } from './demo.orders.ts';

/** A company with two people and a contract of its own, and what the shop wants to know of companies. What is there stays as it is. */
export async function addOrganization(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const there = await ctx.transaction(async (tx) => ({
    keys: new Set((await listAttributes(tx, workspaceId)).filter(({ subject }) => subject === 'organization').map(({ key }) => key)),
    id: (await tx.selectFrom('organizations').select('id').where('workspace_id', '=', workspaceId).executeTakeFirst())?.id,
    people: await tx
      .selectFrom('identities')
      .select('customer_id')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', 'email')
      .where('value', 'in', [tanaka.email, yamamoto.email])
      .execute(),
  }));
  for (const one of organizationAttributes) if (!there.keys.has(one.label)) await createAttribute(ctx, { subject: 'organization', ...one });
  const { externalId, sent } = officeContract(ctx.clock.now());
  await syncOne(ctx, CONTRACTS, SOURCE, externalId, sent);
  const organizationId = there.id ?? (await createOrganization(ctx, organization));
  for (const { customer_id } of there.people) await updateCustomer(ctx, customer_id, { organizationId });
}
