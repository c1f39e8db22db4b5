import type { Organization } from '@madoguchi/contract/organizations.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { anywhere, searchWords } from '../list/customer-filter.rules.ts';
import { personOf } from '../people/people.queries.ts';
import { companyDomain } from './domains.rules.ts';

const rowsOf = (workspaceId: string, condition: RawBuilder<unknown>, limit = 1) => sql<Organization & { name_key: string }>`
  select g.id, g.name, g.reading, g.domains, g.attributes, g.note, g.name_key,
    (select count(distinct c.person_id)::int from customers c where c.workspace_id = g.workspace_id and c.organization_id = g.id) as members
  from organizations g where g.workspace_id = ${workspaceId} and ${condition} order by g.name_key, g.id limit ${limit}`;

/** @throws notFound */
export async function organizationById(tx: Tx, workspaceId: string, id: string): Promise<Organization> {
  const { rows } = await rowsOf(workspaceId, sql`g.id = ${id}`).execute(tx);
  if (!rows[0]) throw notFound();
  const { name_key: _key, ...found } = rows[0];
  return found;
}

/** Organizations by name; found by all words of `q`, each in the name, the reading (in kana or Latin letters) or a domain. */
export async function listOrganizations(
  tx: Tx,
  workspaceId: string,
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const words = searchWords(q ?? '').map(
    ({ written, sound }) => sql`(g.name_key like '%' || fold_name(${anywhere(written)}) || '%'
      or g.name_key like '%' || fold_name(${anywhere(sound)}) || '%' or array_to_string(g.domains, ' ') ilike ${anywhere(written)})`,
  );
  const [afterKey, afterId] = cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string]) : [];
  const condition = sql`
    ${words.length === 0 ? sql`true` : sql.join(words, sql` and `)}
    ${afterKey === undefined ? sql`` : sql`and (g.name_key, g.id) > (${afterKey}, ${afterId})`}`;
  const { rows } = await rowsOf(workspaceId, condition, limit + 1).execute(tx);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ name_key: _key, ...row }) => row),
    nextCursor: last ? Buffer.from(JSON.stringify([last.name_key, last.id])).toString('base64url') : null,
  };
}

/** The people of an organization, by name. */
export async function peopleOf(tx: Tx, workspaceId: string, id: string) {
  const { rows } = await sql<{ id: string; name: string; reading: string; email: string | null }>`
    select p.id, p.name, p.reading, (select i.value from identities i join customers o on o.workspace_id = i.workspace_id and o.id = i.customer_id
      where o.workspace_id = p.workspace_id and o.person_id = p.id and i.kind = 'email' order by i.verified_at nulls last limit 1) as email
    from customers p where p.workspace_id = ${workspaceId} and p.id in (
      select c.person_id from customers c where c.workspace_id = ${workspaceId} and c.organization_id = ${id})
    order by p.reading_key, p.name_key, p.id limit 200`.execute(tx);
  return rows;
}

/** What the domain of a person's e-mail addresses says of where they belong; null when nothing, or they belong somewhere already. @throws notFound */
export async function proposalFor(tx: Tx, workspaceId: string, customerId: string) {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) throw notFound();
  const { rows } = await sql<{ domain: string; has: boolean }>`
    select distinct split_part(i.value, '@', 2) as domain,
      exists (select from customers c where c.workspace_id = ${workspaceId} and c.id = any(${person.ids}) and c.organization_id is not null) as has
    from identities i where i.workspace_id = ${workspaceId} and i.customer_id = any(${person.ids}) and i.kind = 'email' order by 1`.execute(
    tx,
  );
  if (rows[0]?.has) return null;
  const domain = rows.map((row) => companyDomain(row.domain)).find((one) => one !== null);
  if (!domain) return null;
  const organization = await tx
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`domains @> array[${domain}]`)
    .executeTakeFirst();
  const others = await sql<{ count: number }>`
    select count(distinct c.person_id)::int as count from identities i join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
    where i.workspace_id = ${workspaceId} and i.kind = 'email' and split_part(i.value, '@', 2) = ${domain} and c.person_id <> ${person.id}`.execute(
    tx,
  );
  return { domain, organization: organization ?? null, others: others.rows[0]?.count ?? 0 };
}
