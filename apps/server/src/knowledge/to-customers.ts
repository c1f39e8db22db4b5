import { sql } from 'kysely';

/**
 * The condition under which a customer may know of an article: published, and for everybody. One place, so that no way to customers can
 * forget half of it. `table`: the name under which `articles` stands in the query.
 */
export const toCustomers = (table: 'articles' | 'a' | 'own' | 'other') =>
  sql<boolean>`(${sql.ref(`${table}.status`)} = 'published' and ${sql.ref(`${table}.audience`)} = 'public')`;
