import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { CUSTOMERS_MARK } from '../terms/marks.rules.ts';

export type Kind = 'message' | 'conversation' | 'customer';
export type Hit = { id: string; kind: Kind; conversation_id: string | null; customer_id: string; at: Date };
type Wish = {
  kinds: readonly Kind[];
  most: number;
  from?: Date | undefined;
  to?: Date | undefined;
  after?: { at: Date; id: string } | null;
};

/**
 * The newest documents that a query finds, at most `most`, behind the viewer's fence: search_hits in migration 0037 says how.
 * @param query a tsquery as text, made by tsquery.rules.ts
 */
export async function hitsOf(tx: Tx, query: string, { kinds, most, from, to, after }: Wish): Promise<Hit[]> {
  // Few documents are customers': among them alone the index finds them at once.
  const asked = kinds.every((kind) => kind === 'customer') ? `${query} & '${CUSTOMERS_MARK}'` : query;
  const { rows } = await sql<Hit>`
    select * from search_hits(${asked}::tsquery, ${kinds}::text[], coalesce(${from ?? null}::timestamptz, '-infinity'), ${to ?? null}::timestamptz,
      ${after?.at ?? null}::timestamptz, ${after?.id ?? null}, ${most})`.execute(tx);
  return rows;
}
