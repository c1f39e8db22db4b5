import { sql } from 'kysely';
import type { Readers } from './knowledge.types.ts';

/**
 * The condition under which a customer may know of an article: published, for everybody, and for the customers of this brand. One place,
 * so that no way to customers can forget a part of it. `table`: the name under which `articles` stands in the query.
 */
export const toCustomers = (table: 'articles' | 'a' | 'own' | 'other', { brandId }: Pick<Readers, 'brandId'>) => {
  const forEverybody = sql<boolean>`(${sql.ref(`${table}.status`)} = 'published' and ${sql.ref(`${table}.audience`)} = 'public')`;
  const brands = sql.ref(`${table}.brand_ids`);
  return brandId === null ? forEverybody : sql<boolean>`(${forEverybody} and (${brands} is null or ${brandId} = any(${brands})))`;
};
