import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { FoundArticle, SearchKind, searchEverything } from '@madoguchi/contract/search.ts';
import type { z } from 'zod';
import { findForAgents, type Searches } from '../../knowledge/life/find-for-agents.queries.ts';
import { plainText } from '../../knowledge/plain-text.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { markAll, snippetOf } from '../show/highlight.rules.ts';
import { needlesOf } from '../show/needles.rules.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { findConversations } from './conversations.queries.ts';
import { findCustomers } from './customers.queries.ts';
import { findOrders } from './orders.queries.ts';
import { type ReadQuery, readQuery, withNames } from './read-terms.ts';

type Deps = { read: ClauseReader; articles: Searches };
type Wish = z.output<typeof searchEverything.query>;

/** What was asked for, by kind; what was not asked for is null. Articles come from the knowledge's own search, which knows their meaning. */
export async function findEverything(ctx: Ctx, { read, articles }: Deps, wish: Wish): Promise<OutputOf<typeof searchEverything>> {
  const kinds = new Set(wish.kinds.split(',') as SearchKind[]);
  const query = await readQuery(wish.q, read);
  const { workspaceId } = ctx.viewer;
  const [conversations, customers, foundArticles, orders] = await Promise.all([
    kinds.has('conversations')
      ? ctx.transaction(async (tx) =>
          findConversations(ctx, tx, await withNames(tx, workspaceId, query), {
            ...wish,
            spam: wish.spam === 'yes',
            from: wish.from ? new Date(wish.from) : undefined,
            to: wish.to ? new Date(wish.to) : undefined,
          }),
        )
      : null,
    kinds.has('customers') ? ctx.transaction((tx) => findCustomers(tx, workspaceId, query, wish.limit)) : null,
    kinds.has('articles') ? findArticles(ctx, articles, query, wish) : null,
    kinds.has('orders') ? ctx.transaction((tx) => findOrders(tx, workspaceId, wish.q, wish.limit)) : null,
  ]);
  return { conversations, customers, articles: foundArticles, orders };
}

async function findArticles(ctx: Ctx, articles: Searches, query: ReadQuery, { q, limit }: Wish) {
  const hits = query.terms.length === 0 ? [] : await findForAgents(ctx, articles, q, Math.min(limit, 10));
  const needles = needlesOf(query.terms);
  const items = hits.map(
    ({ articleId, audience, url, question, answer }): FoundArticle => ({
      articleId,
      audience,
      url,
      question: markAll(question, needles),
      answer: snippetOf(plainText(answer), needles),
    }),
  );
  return { items, count: items.length, isMore: false, nextCursor: null };
}
