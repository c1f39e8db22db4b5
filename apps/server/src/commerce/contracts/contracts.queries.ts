import type { Contract } from '@madoguchi/contract/commerce.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import type { ContractsTable } from '../commerce.tables.ts';
import { isAmong } from '../whose/holder.rules.ts';
import { type Addresses, addressesOf, type Proved, provedAddresses } from '../whose/whose.queries.ts';
import { CONTRACT, runningPlan, standingAt } from './contract.rules.ts';

type Row = Selectable<ContractsTable>;

const present = (row: Row, now: Date): Contract => ({
  id: row.id,
  source: row.source,
  externalId: row.external_id,
  name: row.name,
  holder: {
    externalId: row.holder_external,
    name: row.holder_name,
    email: row.holder_email,
    phone: row.holder_phone,
    domain: row.holder_domain,
  },
  standing: standingAt({ startsAt: row.starts_at, endsAt: row.ends_at }, now),
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at?.toISOString() ?? null,
  entitlements: row.entitlements as string[],
  updatedAt: row.updated_at.toISOString(),
});

type Wish = { source?: string | undefined; organizationId?: string | undefined; cursor?: string | undefined; limit: number };

/** A page of contracts, those that began last first. `organizationId`: only those of its domains. */
export async function listContracts(ctx: Ctx, tx: Tx, { source, organizationId, cursor, limit }: Wish) {
  const after = readKeyset(cursor);
  const rows = await tx
    .selectFrom('contracts')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .$if(source !== undefined, (query) => query.where('source', '=', source!))
    .$if(organizationId !== undefined, (query) =>
      query.where('holder_domain', '<>', '').where((eb) =>
        eb.exists(
          eb
            .selectFrom('organizations as o')
            .select('o.id')
            .whereRef('o.workspace_id', '=', 'contracts.workspace_id')
            .where('o.id', '=', organizationId!)
            .where((of) => of(of.ref('contracts.holder_domain'), '=', of.fn.any('o.domains'))),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('starts_at', 'id'), '<', eb.tuple(after!.at, after!.id))))
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return { items: rows.slice(0, limit).map((row) => present(row, ctx.clock.now())), nextCursor: last && keysetOf(last.starts_at, last.id) };
}

const MOST_OF_ONE = 50;

async function heldBy(tx: Tx, workspaceId: string, { emails, phones, externals, domains }: Addresses): Promise<Row[]> {
  if (emails.length + phones.length + externals.length + domains.length === 0) return [];
  return tx
    .selectFrom('contracts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.or([
        ...(emails.length > 0 ? [eb('holder_email', 'in', emails)] : []),
        ...(phones.length > 0 ? [eb('holder_phone', 'in', phones)] : []),
        ...(externals.length > 0 ? [eb('holder_external', 'in', externals)] : []),
        ...(domains.length > 0 ? [eb('holder_domain', 'in', domains)] : []),
      ]),
    )
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
}

/** Contracts of a person or of their organization, also by addresses they only said: those are not `proven`. */
export async function contractsHeldBy(
  tx: Tx,
  workspaceId: string,
  { proven, claimed }: { proven: Addresses; claimed: Addresses },
  now: Date,
): Promise<(Contract & { proven: boolean })[]> {
  const all: Addresses = {
    emails: [...proven.emails, ...claimed.emails],
    phones: [...proven.phones, ...claimed.phones],
    externals: proven.externals,
    domains: proven.domains,
  };
  const rows = await heldBy(tx, workspaceId, all);
  return rows.map((row) => {
    const { holder_external: external, holder_email: email, holder_phone: phone, holder_domain: domain } = row;
    return {
      ...present(row, now),
      proven: isAmong({ external, email, phone }, proven) || proven.domains.includes(domain),
    };
  });
}

const BY_STANDING: readonly Contract['standing'][] = ['running', 'coming', 'ended'];

/** The contracts of somebody by what they proved just now and nothing else: those that run first, and of these those that began last. */
export async function contractsProvedBy(tx: Tx, workspaceId: string, proved: Proved, now: Date): Promise<Contract[]> {
  const rows = await heldBy(tx, workspaceId, await provedAddresses(tx, workspaceId, proved));
  const rank = ({ standing }: Contract) => BY_STANDING.indexOf(standing);
  return rows.map((row) => present(row, now)).sort((one, other) => rank(one) - rank(other));
}

/**
 * A customer's attributes as promises, calendars and queues ask for them: where nobody wrote a `contract`, the plan of the contract that runs
 * now is it; of several the one that began last. The one place where contracts become an attribute.
 */
export async function withContract<T>(
  ctx: Ctx,
  tx: Tx,
  customerId: string,
  attributes: Readonly<Record<string, T>>,
): Promise<Readonly<Record<string, T | string>>> {
  if (attributes[CONTRACT]) return attributes;
  const { proven } = await addressesOf(tx, ctx.viewer.workspaceId, customerId);
  const rows = await heldBy(tx, ctx.viewer.workspaceId, proven);
  const plan = runningPlan(
    rows.map(({ name, starts_at, ends_at }) => ({ name, startsAt: starts_at, endsAt: ends_at })),
    ctx.clock.now(),
  );
  return plan === null ? attributes : { ...attributes, [CONTRACT]: plan };
}
