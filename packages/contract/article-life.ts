import { z } from 'zod';
import { id, idParam, locale, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { article, articleAudience, articleStatus, checkIntervals } from './knowledge.ts';

/** 409 article.not_draft. */
export const requestArticleReview = endpoint('PUT', '/api/articles/:id/review', {
  summary: 'Ask whoever may publish to look at a draft, or take that back',
  params: idParam('art'),
  body: z.object({ requested: z.boolean() }),
  response: article,
});

/**
 * What is published is what is saved by then. 409 article.not_draft, article.is_archived; 422 schedule.in_past, schedule.ends_first,
 * article.answer_missing.
 */
export const scheduleArticle = endpoint('PUT', '/api/articles/:id/schedule', {
  summary: 'Say when an article is published or archived by itself; null for never',
  params: idParam('art'),
  body: z.object({ publishAt: time.nullable(), archiveAt: time.nullable() }),
  response: article,
});

/** Another interval counts from now. 422 article.owner_unknown. */
export const careForArticle = endpoint('PUT', '/api/articles/:id/care', {
  summary: 'Say who looks after an article and how often it is to be checked',
  params: idParam('art'),
  body: z.object({ ownerAgentId: id('agt').nullable(), checkEveryDays: z.literal(checkIntervals).nullable() }),
  response: article,
});

/**
 * Kept in small letters, digits and hyphens, Japanese as it is. Its translation moves with it. 409 slug.taken with `article`, the one that
 * has the address; 422 slug.empty.
 */
export const moveArticle = endpoint('PUT', '/api/articles/:id/address', {
  summary: 'Give an article another address; the old one leads there',
  params: idParam('art'),
  body: z.object({ slug: personText(200).min(1) }),
  response: article,
});

/** An internal article is found by agents only, from the next moment on. */
export const setArticleAudience = endpoint('PUT', '/api/articles/:id/audience', {
  summary: 'Say whom an article is for',
  params: idParam('art'),
  body: z.object({ audience: articleAudience }),
  response: article,
});

/** One article in one language. */
export const articleTranslation = z.object({
  id: id('art'),
  locale,
  status: articleStatus,
  audience: articleAudience,
  question: z.string(),
  /** The original was changed after this was last saved. */
  isBehind: z.boolean(),
});
export type ArticleTranslation = z.infer<typeof articleTranslation>;
export const listArticleTranslations = endpoint('GET', '/api/articles/:id/translations', {
  summary: 'An article in every language it is written in, itself too; the original first',
  params: idParam('art'),
  response: z.object({ items: z.array(articleTranslation) }),
});
export const translateArticle = endpoint('POST', '/api/articles/:id/translations', {
  summary: 'Start the translation of an article as a draft at the same address; asked again, the one there is',
  params: idParam('art'),
  response: article,
  status: 201,
});
/** 409 article.is_original. */
export const confirmTranslation = endpoint('PUT', '/api/articles/:id/translation-confirmed', {
  summary: 'Note that a translation says what its original says now',
  params: idParam('art'),
  response: article,
});

/** 409 article.check_not_planned. */
export const markArticleChecked = endpoint('POST', '/api/articles/:id/checked', {
  summary: 'Note that an article is still true; the next check is due an interval later',
  params: idParam('art'),
  response: article,
});

const happened = {
  at: time,
  /** Who did it; null when it came about by itself. */
  by: z.string().nullable(),
};
export const articleHappening = z.discriminatedUnion('what', [
  z.object({
    ...happened,
    what: z.enum([
      'published',
      'unpublished',
      'archived',
      'restored',
      'pinned',
      'unpinned',
      'brands_changed',
      'review_requested',
      'review_withdrawn',
      'schedule_missed',
      'checked',
    ]),
  }),
  z.object({ ...happened, what: z.literal('moved'), from: z.string(), to: z.string() }),
  z.object({ ...happened, what: z.literal('audience_changed'), audience: articleAudience }),
  z.object({ ...happened, what: z.literal('scheduled'), publishAt: time.nullable(), archiveAt: time.nullable() }),
]);
export type ArticleHappening = z.infer<typeof articleHappening>;
export const listArticleHistory = endpoint('GET', '/api/articles/:id/history', {
  summary: 'What happened to an article beside its words, newest first; at most 200',
  params: idParam('art'),
  response: z.object({ items: z.array(articleHappening) }),
});
