import type { Locale } from '@madoguchi/contract/common.ts';
import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../platform/ctx.ts';
import { publishedByIds } from './help-center.queries.ts';
import type { KnowledgeSearch, PublishedArticle, Readers } from './knowledge.types.ts';

export type FoundArticle = { article: PublishedArticle; score: number };

type Wish = {
  limit: number;
  /** Only articles in this language. */
  locale?: Locale;
  /** An article that is not wanted, whose question it may be. */
  except?: string;
};

/** How many more to look at when some will be left out. */
const SPARE = 4;

/** The published articles for a question in anybody's own words, best first. Scores compare within one result only. */
export async function findArticles(
  ctx: Ctx,
  search: KnowledgeSearch,
  readers: Readers,
  question: string,
  { limit, locale, except }: Wish,
): Promise<FoundArticle[]> {
  const { workspaceId, brandId } = readers;
  const { hits } = await search.search(workspaceId, question, { limit: locale || except ? limit * SPARE + 1 : limit, brandId });
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  scores.delete(except ?? '');
  const articles = await ctx.transaction((tx) => publishedByIds(tx, readers, [...scores.keys()]));
  return articles
    .filter((article) => locale === undefined || article.locale === locale)
    .slice(0, limit)
    .map((article) => ({ article, score: scores.get(article.id) ?? 0 }));
}

/** Who reads about delivery goes on about delivery, if two articles are about as close. */
const SAME_CATEGORY = 1.5;

/** 「関連記事」: what else is said about the matter of an article, in its language. */
export async function relatedArticles(
  ctx: Ctx,
  search: KnowledgeSearch,
  readers: Readers,
  article: PublishedArticle,
  limit: number,
): Promise<PublishedArticle[]> {
  // With the category, or the form of the question would count for more than its matter: 「…のしかたを教えてください」.
  const found = await findArticles(ctx, search, readers, `${article.question} ${article.category}`, {
    limit: 3 * limit,
    locale: article.locale,
    except: article.id,
  });
  const closeness = ({ article: { category }, score }: FoundArticle) => (category === article.category ? SAME_CATEGORY : 1) * score;
  return found
    .sort((a, b) => closeness(b) - closeness(a))
    .slice(0, limit)
    .map((one) => one.article);
}

/** As it crosses the wire. */
export const toHit = ({ article, score }: FoundArticle): ArticleHit => ({
  audience: 'public',
  articleId: article.id,
  question: article.question,
  answer: article.answer,
  url: article.url,
  score,
});
