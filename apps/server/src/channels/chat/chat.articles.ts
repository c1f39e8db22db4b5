import { findArticles } from '../../knowledge/find-articles.queries.ts';
import { mostHelpful } from '../../knowledge/help-center.queries.ts';
import type { KnowledgeSearch, PublishedArticle } from '../../knowledge/knowledge.types.ts';
import { plainText } from '../../knowledge/plain-text.rules.ts';
import { customersOf } from '../../knowledge/readers.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';

const SHOWN = 5;
const EXCERPT_CHARACTERS = 80;

/** Articles for the messenger's home, for the customers of its inbox: the best for some words, or the most helpful without any. */
export const messengerArticles =
  (search: KnowledgeSearch, publicUrl: string | null) => async (ctx: Ctx, inboxId: string, q: string, locale: string) => {
    const readers = customersOf(ctx.viewer.workspaceId, (await brandsOf(ctx)).ofInbox(inboxId), publicUrl);
    const language = locale === 'en' ? 'en' : 'ja';
    const articles = q
      ? (await findArticles(ctx, search, readers, q, { limit: SHOWN, locale: language })).map(({ article }) => article)
      : await ctx.transaction((tx) => mostHelpful(tx, readers, language, SHOWN));
    return articles.map(toCard);
  };

function toCard({ question, answer, url }: PublishedArticle) {
  const characters = [...plainText(answer).replace(/\s+/g, ' ').trim()];
  const excerpt = characters.length > EXCERPT_CHARACTERS ? `${characters.slice(0, EXCERPT_CHARACTERS - 1).join('')}…` : characters.join('');
  return { title: question, url, excerpt };
}
