import { helpCenterReport } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { articleAnswers } from '../bot/article-answers.queries.ts';
import { articleFigures, searchesWithoutHit } from '../knowledge/readings.queries.ts';
import { serve } from '../platform/http/routes.ts';

const MOST = 200;

/** What the help center's readers looked for and what helped them, for the people who write the articles. */
export function reportRoutes(app: FastifyInstance): void {
  serve(app, helpCenterReport, 'knowledge.read', (ctx, { query: { days } }) =>
    ctx.transaction(async (tx) => {
      const { workspaceId } = ctx.viewer;
      const searches = await searchesWithoutHit(tx, workspaceId, days);
      const answers = await articleAnswers(tx, workspaceId, days);
      const figures = (await articleFigures(tx, workspaceId, days)).map(({ publishedAt, ...figure }) => ({
        ...figure,
        answered: answers.get(figure.id)?.answered ?? 0,
        solved: answers.get(figure.id)?.solved ?? 0,
      }));
      const isRead = ({ views, answered }: { views: number; answered: number }) => views + answered > 0;
      return {
        searches: searches.map(({ lastAt, ...search }) => ({ ...search, lastAt: lastAt.toISOString() })),
        articles: figures.filter(isRead).slice(0, MOST),
        neverFound: figures
          .filter((figure) => !isRead(figure))
          .slice(0, MOST)
          .map(({ id, question, locale }) => ({ id, question, locale })),
      };
    }),
  );
}
