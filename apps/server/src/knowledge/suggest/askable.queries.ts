import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { articlePath } from '../knowledge.rules.ts';
import { toCustomers } from '../to-customers.ts';

/** What a published article is asked with. `favor`: how many more readers found it helpful than not. */
export type Askable = { id: string; locale: Locale; question: string; examples: string[]; url: string; favor: number };

/** All published articles, or those among some ids. */
export async function askables(tx: Tx, workspaceId: string, ids?: readonly string[]): Promise<Askable[]> {
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'locale', 'slug', 'question', 'examples', sql<number>`helpful_yes - helpful_no`.as('favor')])
    .where('workspace_id', '=', workspaceId)
    .where(toCustomers('articles'))
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids})`))
    .execute();
  return rows.map(({ slug, ...row }) => ({ ...row, url: articlePath({ locale: row.locale, slug }) }));
}
