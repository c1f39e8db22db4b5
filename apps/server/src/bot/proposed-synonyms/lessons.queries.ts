import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/** The newest questions in vain that are looked at: bounds the work. */
const MOST_QUESTIONS = 2000;
const CHARACTERS = 300;

/** What a conversation teaches: the question in vain, what was asked then, and the article that answered. */
export type Taught = {
  conversationId: string;
  asked: string;
  rephrased: string | null;
  article: { id: string; question: string; examples: string[] };
  by: 'solved' | 'agent';
};

type Row = {
  conversation_id: string;
  asked: string;
  wording: string;
  by: 'solved' | 'agent';
  article_id: string;
  question: string;
  examples: string[];
};

/**
 * Questions in vain whose conversation went on to an answer: the customer asked otherwise and said that the article solved it, or an
 * agent replied with one article. As far as the viewer may see the conversations; newest first.
 */
export async function taughtLessons(tx: Tx, workspaceId: string): Promise<Taught[]> {
  const { rows } = await sql<Row>`
    with failed as (
      select s.conversation_id, s.at, left(s.query, ${sql.lit(CHARACTERS)}) as query from bot_steps s
      where s.workspace_id = ${workspaceId} and s.unanswered order by s.at desc limit ${sql.lit(MOST_QUESTIONS)}
    ), steps as (
      select s.conversation_id, s.at, s.query, s.confidence, s.decision, s.message_id,
        lead(s.because) over (partition by s.conversation_id order by s.at, s.id) as next
      from bot_steps s where s.workspace_id = ${workspaceId} and s.conversation_id in (select conversation_id from failed)
    ), answers as (
      select s.conversation_id, s.at, 'solved' as by, left(s.query, ${sql.lit(CHARACTERS)}) as wording,
        jsonb_path_query_first(m.blocks, '$[*] ? (@.type == "quote").articleId') #>> '{}' as article_id
      from steps s join messages m on m.workspace_id = ${workspaceId} and m.id = s.message_id
      where s.decision = 'answer' and s.next = 'solved' and s.confidence is not null and m.blocks @> '[{"type": "quote"}]'
      union all
      select m.conversation_id, m.created_at, 'agent',
        (select left(s.query, ${sql.lit(CHARACTERS)}) from steps s
          where s.conversation_id = m.conversation_id and s.confidence is not null and s.at <= m.created_at order by s.at desc limit 1),
        m.article_ids[1]
      from messages m where m.workspace_id = ${workspaceId} and m.conversation_id in (select conversation_id from failed)
        and m.author_kind = 'agent' and m.kind = 'message' and m.delivery = 'sent' and cardinality(m.article_ids) = 1
    )
    select f.conversation_id, f.query as asked, coalesce(a.wording, f.query) as wording, a.by, r.id as article_id, r.question, r.examples
    from failed f
    cross join lateral (
      select * from answers where answers.conversation_id = f.conversation_id and answers.at >= f.at order by answers.at limit 1
    ) a
    join articles r on r.workspace_id = ${workspaceId} and r.id = a.article_id and r.status = 'published'
    order by f.at desc`.execute(tx);
  return rows.map(({ conversation_id, asked, wording, by, article_id, question, examples }) => ({
    conversationId: conversation_id,
    asked,
    rephrased: wording === asked ? null : wording,
    article: { id: article_id, question, examples },
    by,
  }));
}

/** Those of some folded words that a published article or a group of synonyms has, as far as the database can compare. */
export async function wordsInKnowledge(tx: Tx, workspaceId: string, words: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    with texts as materialized (
      select lower(normalize(concat_ws(' ', question, answer, category, array_to_string(examples, ' ')), nfkc)) as text
      from articles where workspace_id = ${workspaceId} and status = 'published'
    )
    select word from unnest(${words}::text[]) as word
    where exists (select from texts where strpos(text, word) > 0)
      or exists (select from synonyms where workspace_id = ${workspaceId} and folded @> array[word])`.execute(tx);
  return new Set(rows.map(({ word }) => word));
}
