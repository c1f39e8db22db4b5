import type { Survey, SurveyFigures, SurveyQuery } from '@madoguchi/contract/surveys.ts';
import { sql } from 'kysely';
import { idsOfPerson } from '../customers/people/people.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { keysetOf, readKeyset } from '../platform/db/keyset.ts';
import { isSatisfied } from './surveys.rules.ts';

/** The surveys a question is about, as far as the viewer sees their conversations: what is counted and what is listed. */
const surveysOf = (ctx: Ctx, tx: Tx, { from, to, inboxId, agentId, customerId, conversationId }: SurveyQuery) =>
  tx
    .selectFrom('surveys as s')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'))
    .where('s.workspace_id', '=', ctx.viewer.workspaceId)
    .$if(from !== undefined, (query) => query.where('s.asked_at', '>=', new Date(from!)))
    .$if(to !== undefined, (query) => query.where('s.asked_at', '<', new Date(to!)))
    .$if(inboxId !== undefined, (query) => query.where('s.inbox_id', '=', inboxId!))
    .$if(agentId === 'bot', (query) => query.where('s.agent_id', 'is', null))
    .$if(agentId !== undefined && agentId !== 'bot', (query) => query.where('s.agent_id', '=', agentId!))
    .$if(customerId !== undefined, (query) => query.where('c.customer_id', 'in', idsOfPerson(tx, ctx.viewer.workspaceId, customerId!)))
    .$if(conversationId !== undefined, (query) => query.where('s.conversation_id', '=', conversationId!));

/** Figures and answers, the latest first. A rating narrows the list and not the figures, which say how often each was given. */
export async function listSurveysOf(ctx: Ctx, tx: Tx, query: SurveyQuery) {
  const { rating, commented, limit } = query;
  const after = readKeyset(query.cursor);
  const rows = await surveysOf(ctx, tx, query)
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 's.workspace_id').onRef('i.id', '=', 's.inbox_id'))
    .leftJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 's.workspace_id').onRef('a.id', '=', 's.agent_id'))
    .selectAll('s')
    .select(['c.number', 'c.subject', 'c.channel', 'u.id as customer_id', 'u.name as customer_name', 'i.name as inbox_name'])
    .select('a.name as agent_name')
    .where('s.rating', 'is not', null)
    .$if(rating !== undefined, (rows) => rows.where('s.rating', '=', rating!))
    .$if(commented !== undefined, (rows) => rows.where('s.comment', 'is not', null))
    .$if(after !== null, (rows) => rows.where(sql<boolean>`(s.rated_at, s.id) < (${after?.at}, ${after?.id})`))
    .orderBy('s.rated_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(
    (row): Survey => ({
      id: row.id,
      conversation: { id: row.conversation_id, number: row.number, subject: row.subject, channel: row.channel },
      customer: { id: row.customer_id, name: row.customer_name },
      inbox: { id: row.inbox_id, name: row.inbox_name },
      agent: row.agent_id ? { id: row.agent_id, name: row.agent_name ?? '' } : null,
      scale: row.scale === 'two' ? 'two' : 'five',
      askedAt: row.asked_at.toISOString(),
      rating: row.rating,
      ratedAt: row.rated_at?.toISOString() ?? null,
      comment: row.comment,
    }),
  );
  return { items, nextCursor: last ? keysetOf(last.rated_at!, last.id) : null, figures: await figuresOf(ctx, tx, query) };
}

async function figuresOf(ctx: Ctx, tx: Tx, query: SurveyQuery): Promise<SurveyFigures> {
  const rows = await surveysOf(ctx, tx, query)
    .select(['s.rating', sql<number>`count(*)::int`.as('count'), sql<number>`count(s.comment)::int`.as('commented')])
    .groupBy('s.rating')
    .execute();
  const given = (rating: number) => rows.find((row) => row.rating === rating)?.count ?? 0;
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const ratings = [1, 2, 3, 4, 5].map(given);
  return {
    asked: sum(rows.map(({ count }) => count)),
    answered: sum(ratings),
    satisfied: sum(ratings.filter((_, index) => isSatisfied(index + 1))),
    commented: sum(rows.map(({ commented }) => commented)),
    ratings,
  };
}
