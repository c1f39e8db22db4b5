import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { type RawBuilder, sql } from 'kysely';
import { anywhere, type SearchWord, searchWords } from './customer-filter.rules.ts';

const DAY_MS = 86_400_000;

/**
 * The conditions of a list over people: `r` is the row of the person. What is asked of a person is true of any row that was merged into
 * them: a name, an address, a tag.
 */
export function conditionsOf(workspaceId: string, { q, ...filter }: CustomerFilter, now: Date): RawBuilder<boolean>[] {
  const anyRow = (condition: RawBuilder<unknown>) =>
    sql<boolean>`exists (select from customers c where c.workspace_id = ${workspaceId} and c.person_id = r.id and ${condition})`;
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`r.merged_into is null`,
    sql<boolean>`r.erased_at is null`,
    sql<boolean>`(r.last_seen_at is not null or r.added_at is not null
      or exists (select from customers c where c.workspace_id = ${workspaceId} and c.person_id = r.id and c.last_seen_at is not null))`,
    ...searchWords(q ?? '').map((word) => found(workspaceId, word)),
  ];
  if (filter.tag) conditions.push(anyRow(sql`${filter.tag} = any(c.tags)`));
  if (filter.organizationId) conditions.push(anyRow(sql`c.organization_id = ${filter.organizationId}`));
  if (filter.prefecture) conditions.push(anyRow(sql`c.address->>'prefecture' = ${filter.prefecture}`));
  if (filter.locale) conditions.push(anyRow(sql`c.locale = ${filter.locale}`));
  if (filter.attribute && filter.attributeValue !== undefined)
    conditions.push(
      filter.attributeValue === ''
        ? anyRow(sql`coalesce(c.attributes->>${filter.attribute}, '') <> ''`)
        : anyRow(sql`c.attributes->>${filter.attribute} = ${filter.attributeValue}`),
    );
  if (filter.reachableBy)
    conditions.push(
      anyRow(
        sql`exists (select from identities i where i.workspace_id = ${workspaceId} and i.customer_id = c.id and i.kind = ${filter.reachableBy})`,
      ),
    );
  if (filter.seenWithinDays) conditions.push(anyRow(sql`c.last_seen_at >= ${before(now, filter.seenWithinDays)}`));
  if (filter.notSeenForDays) conditions.push(sql<boolean>`not ${anyRow(sql`c.last_seen_at >= ${before(now, filter.notSeenForDays)}`)}`);
  return conditions;
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** Each kind of place is looked through once, over everybody, and not once for each person. */
function found(workspaceId: string, { written, sound, digits }: SearchWord): RawBuilder<boolean> {
  const like = anywhere(written);
  const number = digits ? sql`or (i.kind in ('phone', 'whatsapp') and i.value like ${anywhere(digits)})` : sql``;
  return sql<boolean>`r.id in (
    select c.person_id from customers c where c.workspace_id = ${workspaceId} and (
      c.name_key like '%' || fold_name(${like}) || '%' or c.reading_key like '%' || fold_name(${like}) || '%'
      or c.sound_key like '%' || fold_sound(${anywhere(sound)}) || '%')
    union all
    select c.person_id from identities i join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
      where i.workspace_id = ${workspaceId} and (i.value ilike ${like} ${number})
    union all
    select c.person_id from organizations g join customers c on c.workspace_id = g.workspace_id and c.organization_id = g.id
      where g.workspace_id = ${workspaceId} and g.name_key like '%' || fold_name(${like}) || '%')`;
}
