import type { Customer } from '@madoguchi/contract/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { keysetOf, readKeyset } from '../platform/db/keyset.ts';

/** A customer with every identity, or null when there is none the viewer may see. */
export async function customerById(tx: Tx, workspaceId: string, id: string): Promise<Customer | null> {
  const row = await tx.selectFrom('customers').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const identities = await tx
    .selectFrom('identities')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', id)
    .orderBy('created_at')
    .execute();
  return {
    id: row.id,
    name: row.name,
    reading: row.reading,
    locale: row.locale === 'ja' || row.locale === 'en' ? row.locale : null,
    attributes: row.attributes as Record<string, string>,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    identities: identities.map(({ id: identityId, kind, value, verified_at, source }) => ({
      id: identityId,
      kind: kind as Customer['identities'][number]['kind'],
      value,
      verified: verified_at !== null,
      source,
    })),
  };
}

/** Customers found by name, reading or address (substring), newest first. */
export async function listCustomers(tx: Tx, workspaceId: string, { q, cursor, limit }: { q?: string; cursor?: string; limit: number }) {
  let query = tx
    .selectFrom('customers')
    .select(['id', 'name', 'reading', 'created_at', 'last_seen_at'])
    .select((eb) =>
      eb
        .selectFrom('identities')
        .select('value')
        .whereRef('identities.workspace_id', '=', 'customers.workspace_id')
        .whereRef('identities.customer_id', '=', 'customers.id')
        .where('kind', '=', 'email')
        .limit(1)
        .as('email'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .where('last_seen_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  const words = q?.trim();
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('name', 'ilike', like),
        eb('reading', 'ilike', like),
        eb.exists(
          eb
            .selectFrom('identities')
            .select(sql`1`.as('one'))
            .whereRef('identities.workspace_id', '=', 'customers.workspace_id')
            .whereRef('identities.customer_id', '=', 'customers.id')
            .where('value', 'ilike', like),
        ),
      ]),
    );
  }
  const after = readKeyset(cursor);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.at}, ${after.id})`);
  const rows = await query.execute();
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    name: row.name,
    reading: row.reading,
    email: row.email ?? null,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, nextCursor: last ? keysetOf(last.created_at, last.id) : null };
}
