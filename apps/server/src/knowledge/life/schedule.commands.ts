import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { changeStatus } from '../knowledge.commands.ts';
import { articleAnswerMissing, articleIsArchived, articleNotDraft, scheduleEndsFirst, scheduleInPast } from '../knowledge.errors.ts';
import { articleScheduled, articleScheduleMissed } from '../knowledge.events.ts';
import { refuseContent, toArticle } from '../knowledge.rules.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import { lockArticle, noteArticle } from '../lock-article.ts';
import { dueAt, refuseSchedule, type Schedule } from './schedule.rules.ts';

/** The job that publishes and archives; its payload: articleId. */
export const SCHEDULE_TASK = 'article.schedule';

const REFUSALS = {
  not_draft: articleNotDraft,
  archived: articleIsArchived,
  in_past: scheduleInPast,
  ends_first: scheduleEndsFirst,
} as const;

/**
 * Says when an article is published and when it is archived by itself; null takes a time back. What is published then is what is saved
 * by then. The same again changes nothing.
 * @throws articleNotDraft · articleIsArchived · scheduleInPast · scheduleEndsFirst · articleAnswerMissing · notFound
 */
export async function scheduleArticle(ctx: Ctx, id: string, { publishAt, archiveAt }: Schedule): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    if (isSame(stored.publish_at, publishAt) && isSame(stored.archive_at, archiveAt)) return toArticle(stored);
    const refused = refuseSchedule(stored.status, { publishAt, archiveAt }, ctx.clock.now());
    if (refused) throw REFUSALS[refused]();
    if (publishAt && refuseContent(stored, 'published')) throw articleAnswerMissing();
    const changed = await noteArticle(ctx, tx, id, { publish_at: publishAt, archive_at: archiveAt });
    await ctx.append(
      tx,
      articleScheduled({ articleId: id, publishAt: publishAt?.toISOString() ?? null, archiveAt: archiveAt?.toISOString() ?? null }),
    );
    await lookAgain(ctx, tx, changed);
    return toArticle(changed);
  });
}

/**
 * Does what is due for an article, and nothing when the plan was changed meanwhile or another run was first. After a time in which no
 * server ran, both may be due: then it is published and archived at once, in that order.
 */
export async function carryOutSchedule(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    const due = dueAt(stored, ctx.clock.now());
    const published = due.publish ? await publishDue(ctx, tx, stored) : stored;
    if (due.archive) await changeStatus(ctx, tx, published, 'archived', 'archived');
    else await lookAgain(ctx, tx, published);
  });
}

async function publishDue(ctx: Ctx, tx: Tx, stored: StoredArticle): Promise<StoredArticle> {
  if (!refuseContent(stored, 'published')) return changeStatus(ctx, tx, stored, 'published', 'published');
  await ctx.append(tx, articleScheduleMissed({ articleId: stored.id }));
  return noteArticle(ctx, tx, stored.id, { publish_at: null });
}

/** One job an article, at the next of its times: the queue's clock may be ahead of ours, then it is moved a little. */
async function lookAgain(ctx: Ctx, tx: Tx, article: StoredArticle): Promise<void> {
  const { next } = dueAt(article, ctx.clock.now());
  if (next) await enqueue(tx, ctx, SCHEDULE_TASK, { articleId: article.id }, { runAt: next, key: `article:${article.id}` });
}

const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
