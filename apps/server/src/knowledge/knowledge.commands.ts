import type { Article } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { articleIdOf } from './article-id.rules.ts';
import { articleAnswerMissing, articleChangedMeanwhile, articleQuestionMissing } from './knowledge.errors.ts';
import {
  articleArchived,
  articleCreated,
  articlePublished,
  articleRated,
  articleRestored,
  articleUnpublished,
  articleUpdated,
} from './knowledge.events.ts';
import { changedFields, endedBy, refuseContent, type StatusFact, statusFact, tidyContent, toArticle } from './knowledge.rules.ts';
import type { ArticleContent, ArticleStatus, StoredArticle } from './knowledge.types.ts';
import { rememberAddress, siblingsOf } from './life/addresses.commands.ts';
import { noteOriginal } from './life/translations.commands.ts';
import { versionOfOriginal } from './life/translations.queries.ts';
import { changeArticle, lockArticle } from './lock-article.ts';
import { everyone } from './readers.rules.ts';
import { countVote } from './readings.commands.ts';
import { isMadeSlug, slugOf } from './slug.rules.ts';
import { toCustomers } from './to-customers.ts';
import { forgetInterim, insertArticles, keepVersions } from './write-articles.ts';

/**
 * Writes a new article, as a draft unless told otherwise. `key`: made once by whoever writes it; a second call of theirs with the same
 * key finds what the first wrote, as it is by then.
 * @throws articleQuestionMissing · articleAnswerMissing (only when it is to be published)
 */
export async function createArticle(
  ctx: Ctx,
  wish: ArticleContent,
  { status = 'draft', slug, key }: { status?: 'draft' | 'published'; slug?: string; key?: string } = {},
): Promise<Article> {
  const content = tidyContent(wish);
  throwIfRefused(content, status);
  return ctx.transaction(async (tx) => {
    const id = key && articleIdOf(ctx.actor.id, key);
    const known = id && (await writtenBefore(ctx, tx, id));
    if (known) return toArticle(known);
    const [row] = await insertArticles(ctx, tx, [{ id, content, status, slug }]);
    if (slug) await noteOriginal(ctx, tx, row!);
    await ctx.append(tx, articleCreated({ articleId: row!.id, status, from: 'editor' }));
    return toArticle(row!);
  });
}

/** The article of that id, if somebody wrote it; who asks for the same at the same time waits. */
async function writtenBefore(ctx: Ctx, tx: Tx, id: string): Promise<StoredArticle | undefined> {
  const { workspaceId } = ctx.viewer;
  await sql`select pg_advisory_xact_lock(hashtext(${workspaceId}), hashtext(${id}))`.execute(tx);
  return tx.selectFrom('articles').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
}

/**
 * The draft for something that is known by a name elsewhere: written once, whoever asks and however often; later the article it became.
 * @throws articleQuestionMissing
 */
export async function draftOnce(ctx: Ctx, externalId: string, wish: ArticleContent): Promise<Article> {
  const content = tidyContent(wish);
  throwIfRefused(content, 'draft');
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    // Two who ask at once: the second waits and finds what the first wrote.
    await sql`select pg_advisory_xact_lock(hashtext(${workspaceId}), hashtext(${externalId}))`.execute(tx);
    const known = await tx
      .selectFrom('articles')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('external_id', '=', externalId)
      .executeTakeFirst();
    if (known) return toArticle(known);
    const [row] = await insertArticles(ctx, tx, [{ content, status: 'draft', externalId }]);
    await ctx.append(tx, articleCreated({ articleId: row!.id, status: 'draft', from: 'unanswered' }));
    return toArticle(row!);
  });
}

/**
 * Saves an article over the version its editor began from. Saving what is stored already changes nothing, so a repeated save is safe.
 * The address follows the question until the article is first published, then stays.
 * @throws articleChangedMeanwhile (409, with the stored article) · articleQuestionMissing · articleAnswerMissing · notFound
 */
export async function saveArticle(ctx: Ctx, id: string, { version, ...wish }: ArticleContent & { version: number }): Promise<Article> {
  const content = tidyContent(wish);
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    const fields = changedFields(stored, content);
    if (fields.length === 0) return toArticle(stored);
    if (stored.version !== version) throw articleChangedMeanwhile({ article: toArticle(stored) });
    throwIfRefused(content, stored.publish_at ? 'published' : stored.status);
    const slug = await slugAfter(ctx, tx, stored, content);
    if (slug !== stored.slug || content.locale !== stored.locale) await rememberAddress(ctx, tx, stored);
    const saved = await changeArticle(ctx, tx, id, { ...content, slug, version: version + 1, source_version: versionOfOriginal });
    await keepVersions(ctx, tx, [saved]);
    if (saved.published_at === null) await forgetInterim(ctx, tx, saved);
    await ctx.append(tx, articleUpdated({ articleId: id, status: saved.status, version: saved.version, fields }));
    return toArticle(saved);
  });
}

/** Until it is first published the address follows the question, unless it was chosen or a translation shares it. */
async function slugAfter(ctx: Ctx, tx: Tx, stored: StoredArticle, content: ArticleContent): Promise<string> {
  const mayFollow = stored.published_at === null && isMadeSlug(stored.id, stored.slug);
  const follows = mayFollow && (await siblingsOf(ctx, tx, stored)).length === 0;
  return follows ? slugOf(stored.id, content.question) : freeSlug(ctx, tx, stored, content);
}

/** The address it has; another one when an article of the language it moves to has that already. */
async function freeSlug(ctx: Ctx, tx: Tx, stored: StoredArticle, { locale, question }: ArticleContent): Promise<string> {
  if (locale === stored.locale) return stored.slug;
  const taken = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('locale', '=', locale)
    .where('slug', '=', stored.slug)
    .executeTakeFirst();
  return taken ? slugOf(stored.id, question) : stored.slug;
}

/** Publishes, takes back to draft, or archives. Setting the status it has changes nothing. @throws articleAnswerMissing · notFound */
export async function setArticleStatus(ctx: Ctx, id: string, status: ArticleStatus): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    const what = statusFact(stored.status, status);
    if (what === null) return toArticle(stored);
    throwIfRefused(stored, status);
    return toArticle(await changeStatus(ctx, tx, stored, status, what));
  });
}

/** The row and its fact, for an article that is locked and not refused. */
export async function changeStatus(
  ctx: Ctx,
  tx: Tx,
  { id }: StoredArticle,
  status: ArticleStatus,
  what: StatusFact,
): Promise<StoredArticle> {
  const publishes = what === 'published' ? { published_at: ctx.clock.now() } : {};
  const changed = await changeArticle(ctx, tx, id, { status, ...endedBy(status), ...publishes });
  await ctx.append(tx, factOf(what, changed));
  return changed;
}

const factOf = (what: StatusFact, { id, status, version }: StoredArticle) => {
  const about = { articleId: id, status };
  if (what === 'published') return articlePublished({ ...about, version });
  if (what === 'unpublished') return articleUnpublished(about);
  return what === 'archived' ? articleArchived(about) : articleRestored(about);
};

/** Counts a reader's answer to 「役に立ちましたか?」. Who asks must see to it that a reader answers once. @throws notFound unless published */
export async function rateArticle(ctx: Ctx, id: string, helpful: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const column = helpful ? 'helpful_yes' : 'helpful_no';
    const row = await tx
      .updateTable('articles')
      .set(({ eb }) => ({ [column]: eb(column, '+', 1) }))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where(toCustomers('articles', everyone(ctx.viewer.workspaceId)))
      .returning('version')
      .executeTakeFirst();
    if (!row) throw notFound();
    await countVote(tx, ctx.viewer.workspaceId, id, helpful, ctx.clock.now());
    await ctx.append(tx, articleRated({ articleId: id, version: row.version, helpful }));
  });
}

function throwIfRefused(content: Pick<ArticleContent, 'question' | 'answer'>, status: ArticleStatus): void {
  const refused = refuseContent(content, status);
  if (refused === 'question_missing') throw articleQuestionMissing();
  if (refused === 'answer_missing') throw articleAnswerMissing();
}
