import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { everyone } from '../readers.rules.ts';
import { toCustomers } from '../to-customers.ts';

/** What a published article is asked with. `favor`: how many more readers found it helpful than not. */
export type Askable = {
  id: string;
  locale: Locale;
  slug: string;
  question: string;
  examples: string[];
  favor: number;
  /** Whose customers it is for; null: those of every brand. */
  brandIds: string[] | null;
};

/** All published articles, or those among some ids. */
export async function askables(tx: Tx, workspaceId: string, ids?: readonly string[]): Promise<Askable[]> {
  return tx
    .selectFrom('articles')
    .select(['id', 'locale', 'slug', 'question', 'examples', 'brand_ids as brandIds', sql<number>`helpful_yes - helpful_no`.as('favor')])
    .where('workspace_id', '=', workspaceId)
    .where(toCustomers('articles', everyone(workspaceId)))
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids})`))
    .execute();
}
