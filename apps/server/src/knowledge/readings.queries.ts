// What the help center's readers looked for and read, for the people who write the articles.
import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { everyone } from './readers.rules.ts';
import { toCustomers } from './to-customers.ts';

const MOST = 200;
const since = (days: number) => sql<string>`(now() at time zone 'utc')::date - ${days}::integer`;

export type FruitlessSearch = { query: string; locale: Locale; count: number; lastAt: Date };

/** Searches of the last days that found nothing on any of them, most frequent first. */
export async function searchesWithoutHit(tx: Tx, workspaceId: string, days: number): Promise<FruitlessSearch[]> {
  return tx
    .selectFrom('help_searches')
    .select(['query', 'locale', ({ fn }) => fn.sum<number>('count').as('count'), ({ fn }) => fn.max('last_at').as('lastAt')])
    .where('workspace_id', '=', workspaceId)
    .where('day', '>', since(days))
    .groupBy(['query', 'locale'])
    .having(({ fn }) => fn.max('hits'), '=', 0)
    .orderBy('count', 'desc')
    .orderBy('lastAt', 'desc')
    .limit(MOST)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, locale: row.locale as Locale, count: Number(row.count) })));
}

export type ArticleFigures = { id: string; question: string; locale: Locale; publishedAt: Date; views: number; yes: number; no: number };

/** How the published articles were read and judged in the last days, most read first. */
export async function articleFigures(tx: Tx, workspaceId: string, days: number): Promise<ArticleFigures[]> {
  const rows = await tx
    .selectFrom('articles')
    .leftJoin('article_views', (join) =>
      join
        .onRef('article_views.workspace_id', '=', 'articles.workspace_id')
        .onRef('article_views.article_id', '=', 'articles.id')
        .on('article_views.day', '>', since(days)),
    )
    .select(['articles.id', 'articles.question', 'articles.locale', 'articles.published_at', 'articles.created_at'])
    .select([
      sql<number>`coalesce(sum(article_views.views), 0)::integer`.as('views'),
      sql<number>`coalesce(sum(article_views.helpful_yes), 0)::integer`.as('yes'),
      sql<number>`coalesce(sum(article_views.helpful_no), 0)::integer`.as('no'),
    ])
    .where('articles.workspace_id', '=', workspaceId)
    .where(toCustomers('articles', everyone(workspaceId)))
    .groupBy(['articles.workspace_id', 'articles.id'])
    .orderBy('views', 'desc')
    .orderBy('articles.id')
    .execute();
  return rows.map(({ published_at, created_at, ...row }) => ({ ...row, publishedAt: published_at ?? created_at }));
}
