import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { numberMark } from '../terms/marks.rules.ts';
import { foldedForSearch, textTerms } from '../terms/texts.rules.ts';
import { changingMarks, talkMarks } from './marks.ts';

type Row = { id: string; number: number; subject: string; tags: string[] };

/** Writes the documents of these conversations anew: number, subject and tags. Safe to repeat. */
export async function indexConversations(ctx: Ctx, read: ClauseReader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = ctx.viewer;
  const rows = await ctx.transaction(async (tx) => {
    const found = await sql<Row>`
      select id, number, subject, tags from conversations where workspace_id = ${workspaceId} and id = any(${ids})`.execute(tx);
    return found.rows;
  });
  if (rows.length === 0) return;
  const folded = rows.map(({ subject, tags }) => foldedForSearch([subject, ...tags].join('\n')));
  const tokens = await read(folded);
  const documents = rows.map(({ id, number, subject }, at) => ({
    id,
    subject,
    terms: [...textTerms(folded[at]!, tokens[at]!), numberMark(number)],
  }));
  await ctx.transaction((tx) =>
    sql`
      with x as (select * from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as x(id text, subject text, terms jsonb)),
      c as (
        select c.*, x.terms from conversations c join x on x.id = c.id
        where c.workspace_id = ${workspaceId} and c.subject = x.subject for share of c)
      insert into search_documents as d (workspace_id, id, kind, conversation_id, customer_id, inbox_id, at, tokens)
      select c.workspace_id, c.id, 'conversation', c.id, c.customer_id, c.inbox_id, date_trunc('milliseconds', c.created_at),
        array_to_tsvector(array(select jsonb_array_elements_text(c.terms)) || ${talkMarks({ channel: 'c.channel', inbox: 'c.inbox_id', at: 'c.created_at' })})
      from c
      on conflict (workspace_id, id) do update set customer_id = excluded.customer_id, inbox_id = excluded.inbox_id, at = excluded.at,
        tokens = excluded.tokens
      where (d.tokens, d.customer_id, d.inbox_id, d.at) is distinct from (excluded.tokens, excluded.customer_id, excluded.inbox_id, excluded.at)
    `.execute(tx),
  );
}

/** Whose a conversation is and whether it is spam, in the documents of it and its messages; no text is read again. Safe to repeat. */
export async function markConversations(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.transaction((tx) =>
    sql`
      with x as (
        select d.id, array_to_tsvector(array(select t from unnest(tsvector_to_array(d.tokens)) t where t !~ '^@(a|spam$)') || ${changingMarks}) as tokens
        from search_documents d join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
        where d.workspace_id = ${ctx.viewer.workspaceId} and d.conversation_id = any(${ids}))
      update search_documents d set tokens = x.tokens from x
      where d.workspace_id = ${ctx.viewer.workspaceId} and d.id = x.id and d.tokens is distinct from x.tokens`.execute(tx),
  );
}
