import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { searchWords } from './customer-filter.rules.ts';

/** Of so many each is looked at; of more, those who came last, until a page is full. */
const FEW = 2000;

/**
 * What spares a list of people `r` from looking at everybody: conditions true of all whom the words of a search can mean, and of hardly anybody
 * else. They stand beside those of `conditionsOf`, which say who is meant. None for an empty search.
 */
export async function narrowedTo(tx: Tx, q: string | undefined): Promise<RawBuilder<boolean>[]> {
  const words = searchWords(q ?? '');
  if (words.length === 0) return [];
  const holding = words.map(({ written, sound, digits }) => ({
    some: sql<string[]>`array(select customers_holding(${written}, ${sound}, ${digits}, ${FEW + 1}))`,
    all: sql`(select customers_holding(${written}, ${sound}, ${digits}, null))`,
  }));
  const { rows } = await sql<{ ids: string[] }>`${sql.join(
    holding.map(({ some }) => sql`select ${some} as ids`),
    sql` union all `,
  )}`.execute(tx);
  const fewest = rows.map(({ ids }) => ids).reduce((one, other) => (other.length < one.length ? other : one));
  if (fewest.length <= FEW) return [sql<boolean>`r.id = any(${[...new Set(fewest)]})`];
  // As a case, so that it stays a look-up in a set: as a join it would begin with everybody whom the word means.
  return holding.map(({ all }) => sql<boolean>`case when r.id in ${all} then true else false end`);
}
