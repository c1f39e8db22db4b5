import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { foldedForSearch, textTerms } from '../terms/texts.rules.ts';
import { talkMarks } from './marks.ts';

type Row = { id: string; text: string; hash: string };

/**
 * Writes the documents of these messages anew; of those that are gone, taken back or not sent yet there is none afterwards. Safe to repeat.
 * A message that is changed or erased between reading and writing is left out: whoever changes it writes a fact, and it is read again.
 */
export async function indexMessages(ctx: Ctx, read: ClauseReader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = ctx.viewer;
  const rows = await ctx.transaction(async (tx) => {
    const found = await sql<Row>`
      select id, text, md5(text) as hash from messages
      where workspace_id = ${workspaceId} and id = any(${ids}) and delivery in ('sent', 'failed') and text <> ''`.execute(tx);
    return found.rows;
  });
  const folded = rows.map(({ text }) => foldedForSearch(text));
  const tokens = await read(folded);
  const documents = rows.map(({ id, hash }, at) => ({ id, hash, terms: textTerms(folded[at]!, tokens[at]!) }));
  const kept = new Set(rows.map(({ id }) => id));
  await ctx.transaction(async (tx) => {
    const gone = ids.filter((id) => !kept.has(id));
    if (gone.length > 0) await sql`delete from search_documents where workspace_id = ${workspaceId} and id = any(${gone})`.execute(tx);
    if (documents.length === 0) return;
    // The lock holds an erasure back until this is committed; then its trigger takes the document away.
    await sql`
      with x as (select * from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as x(id text, hash text, terms jsonb)),
      m as (
        select m.*, x.terms from messages m join x on x.id = m.id
        where m.workspace_id = ${workspaceId} and md5(m.text) = x.hash and m.delivery in ('sent', 'failed') for share of m)
      insert into search_documents as d (workspace_id, id, kind, conversation_id, customer_id, inbox_id, at, tokens)
      select m.workspace_id, m.id, 'message', m.conversation_id, c.customer_id, m.inbox_id, date_trunc('milliseconds', m.created_at),
        array_to_tsvector(array(select jsonb_array_elements_text(m.terms)) || ${talkMarks({ channel: 'm.channel', inbox: 'm.inbox_id', at: 'm.created_at' })})
      from m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
      on conflict (workspace_id, id) do update set conversation_id = excluded.conversation_id, customer_id = excluded.customer_id,
        inbox_id = excluded.inbox_id, at = excluded.at, tokens = excluded.tokens
      where (d.tokens, d.conversation_id, d.customer_id, d.inbox_id, d.at)
        is distinct from (excluded.tokens, excluded.conversation_id, excluded.customer_id, excluded.inbox_id, excluded.at)`.execute(tx);
  });
}
