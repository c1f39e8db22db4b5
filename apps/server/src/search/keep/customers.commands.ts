import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { foldText } from '../../platform/text/fold.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { CUSTOMERS_MARK } from '../terms/marks.rules.ts';
import { type CustomerText, customerTerms } from '../terms/texts.rules.ts';
import { dayAndMonth } from './marks.ts';

type Row = CustomerText & { id: string };

/** Writes the documents of these customers anew; whoever was erased has none afterwards. Safe to repeat. */
export async function indexCustomers(ctx: Ctx, read: ClauseReader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = ctx.viewer;
  const rows = await ctx.transaction(async (tx) => {
    await sql`
      delete from search_documents d using customers c where d.workspace_id = ${workspaceId} and d.id = any(${ids}) and d.kind = 'customer'
        and c.workspace_id = d.workspace_id and c.id = d.id and c.erased_at is not null`.execute(tx);
    const found = await sql<Row>`
      select c.id, c.name, c.reading,
        array_remove(c.tags || array(select value from jsonb_each_text(c.attributes)) || array(select value from jsonb_each_text(c.address))
          || array[g.name, g.reading], null) as others,
        coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value)) from identities i
          where i.workspace_id = c.workspace_id and i.customer_id = c.id), '[]') as identities
      from customers c left join organizations g on g.workspace_id = c.workspace_id and g.id = c.organization_id
      where c.workspace_id = ${workspaceId} and c.id = any(${ids}) and c.erased_at is null`.execute(tx);
    return found.rows;
  });
  if (rows.length === 0) return;
  const tokens = await read(rows.map(({ name }) => foldText(name)));
  const documents = rows.map((row, at) => ({ id: row.id, terms: [...customerTerms(row, tokens[at]!), CUSTOMERS_MARK] }));
  await ctx.transaction((tx) =>
    sql`
      with x as (select * from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as x(id text, terms jsonb)),
      c as (select c.*, x.terms from customers c join x on x.id = c.id where c.workspace_id = ${workspaceId} and c.erased_at is null for share of c)
      insert into search_documents as d (workspace_id, id, kind, customer_id, at, tokens)
      select c.workspace_id, c.id, 'customer', c.id, date_trunc('milliseconds', c.created_at),
        array_to_tsvector(array(select jsonb_array_elements_text(c.terms)) || array['@w' || right(c.workspace_id, 10), ${dayAndMonth('c.created_at')}])
      from c
      on conflict (workspace_id, id) do update set tokens = excluded.tokens, at = excluded.at
      where (d.tokens, d.at) is distinct from (excluded.tokens, excluded.at)`.execute(tx),
  );
}
