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

/**
 * Whether a word stands in one of a person's names, addresses or numbers, or in the name of their organization. Asked of each person for
 * themselves (`offset 0` keeps it that way): whoever asks it of many narrows them down before, by `narrowedTo`.
 */
function found(workspaceId: string, { written, sound, digits }: SearchWord): RawBuilder<boolean> {
  const like = anywhere(written);
  const number = digits ? sql`or (i.kind in ('phone', 'whatsapp') and i.value like ${anywhere(digits)})` : sql``;
  return sql<boolean>`exists (select from customers c where c.workspace_id = ${workspaceId} and c.person_id = r.id and (
    c.name_key like '%' || fold_name(${like}) || '%' or c.reading_key like '%' || fold_name(${like}) || '%'
    or c.sound_key like '%' || fold_sound(${anywhere(sound)}) || '%'
    or exists (select from identities i where i.workspace_id = ${workspaceId} and i.customer_id = c.id
      and (i.value ilike ${like} ${number}) offset 0)
    or exists (select from organizations g where g.workspace_id = ${workspaceId} and g.id = c.organization_id
      and g.name_key like '%' || fold_name(${like}) || '%' offset 0)) offset 0)`;
}
