import { z } from 'zod';
import { id, idParam, limits, locale, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const articleStatus = z.enum(['draft', 'published', 'archived']);

/** Whom an article is for: everybody, or only the people who answer here. */
export const articleAudience = z.enum(['public', 'internal']);
/** How often, in days, somebody may be asked to check that an article is still true. */
export const checkIntervals = [30, 90, 180, 365] as const;
/** What may make an article stand out: a draft waiting for a review, a check that is due (to whoever looks, or to anybody), a date set, an internal one, a translation behind. */
export const articleMark = z.enum(['review_requested', 'my_check_due', 'check_due', 'scheduled', 'internal', 'translation_behind']);

export const article = z.object({
  id: id('art'),
  slug: z.string(),
  status: articleStatus,
  locale,
  category: z.string(),
  question: z.string(),
  /** Markdown. */
  answer: z.string(),
  /** Other ways customers ask the same. */
  examples: z.array(z.string()),
  updatedAt: time,
  updatedBy: z.string(),
  publishedAt: time.nullable(),
  /** Rises with every saved change; send it back to save, so that two editors cannot overwrite each other. */
  version: z.number().int(),
  /** It leads the FAQ of the help center. */
  isPinned: z.boolean(),
  audience: articleAudience,
  /** Of a public article, whose customers it is for; null: those of every brand. */
  brandIds: z.array(id('brd')).nullable(),
  /** Since when a draft waits for somebody to look at it and publish it, and who asked. */
  reviewRequestedAt: time.nullable(),
  reviewRequestedBy: z.string().nullable(),
  /** When it is published or archived by itself. */
  publishAt: time.nullable(),
  archiveAt: time.nullable(),
  /** Who looks after it. */
  ownerAgentId: id('agt').nullable(),
  checkEveryDays: z.literal(checkIntervals).nullable(),
  /** When somebody should next check that it is still true. */
  checkDueAt: time.nullable(),
});
export type Article = z.infer<typeof article>;

const articleBody = z.object({
  question: personText(500).min(1),
  answer: personText(50_000),
  category: personText(100).default(''),
  examples: z.array(personText(500).min(1)).max(300).default([]),
  locale: locale.default('ja'),
});

export const listArticles = endpoint('GET', '/api/articles', {
  summary: 'Articles, last changed first',
  query: z.object({
    /** Every word must occur in the question or the answer. */
    q: personText(200).optional(),
    status: articleStatus.optional(),
    category: personText(100).optional(),
    mark: articleMark.optional(),
    audience: articleAudience.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: page(
    article.omit({ answer: true }).extend({
      /** The original was changed after this translation was last saved. */
      isTranslationBehind: z.boolean(),
    }),
  ).extend({ total: z.number().int() }),
});
export const countMyChecks = endpoint('GET', '/api/articles/my-checks', {
  summary: 'How many articles that the caller looks after are due for a check',
  response: z.object({ due: z.number().int() }),
});
/** Categories most used first; archived articles do not count towards them. */
export const summarizeArticles = endpoint('GET', '/api/articles/summary', {
  summary: 'How many articles each status holds, and the categories in use',
  response: z.object({
    counts: z.record(articleStatus, z.number().int()),
    /** Archived articles have no marks. */
    marks: z.record(articleMark, z.number().int()),
    categories: z.array(z.object({ name: z.string(), count: z.number().int() })),
  }),
});
export const getArticle = endpoint('GET', '/api/articles/:id', { summary: 'An article', params: idParam('art'), response: article });
export const createArticle = endpoint('POST', '/api/articles', {
  summary: 'Write a draft',
  body: articleBody.extend({
    /** Made by who writes, once for each new article: asking again with it answers with the article as it is then, and makes no second. */
    key: z.uuid().optional(),
  }),
  response: article,
  status: 201,
});
/** 409 article.changed_meanwhile when `version` is no longer the newest. */
export const updateArticle = endpoint('PUT', '/api/articles/:id', {
  summary: 'Save an article',
  params: idParam('art'),
  body: articleBody.extend({ version: z.number().int() }),
  response: article,
});
export const setArticleStatus = endpoint('PUT', '/api/articles/:id/status', {
  summary: 'Publish, take back to draft, or archive',
  params: idParam('art'),
  body: z.object({ status: articleStatus }),
  response: article,
});

export const pinArticle = endpoint('PUT', '/api/articles/:id/pin', {
  summary: 'Put an article at the head of the FAQ, or no longer',
  params: idParam('art'),
  body: z.object({ pinned: z.boolean() }),
  response: article,
});

/** What one save changed, against the version before; the first version has changed everything. */
export const articleVersion = z.object({
  version: z.number().int(),
  savedAt: time,
  savedBy: z.string(),
  changed: z.array(z.enum(['question', 'answer', 'category', 'examples'])),
});
export type ArticleVersion = z.infer<typeof articleVersion>;
export const listArticleVersions = endpoint('GET', '/api/articles/:id/versions', {
  summary: 'Everything an article has said, newest first; at most 200 versions',
  params: idParam('art'),
  response: z.object({ items: z.array(articleVersion) }),
});
/** To restore a version, save what it says: that makes a new one. */
export const getArticleVersion = endpoint('GET', '/api/articles/:id/versions/:version', {
  summary: 'An article as it was saved once',
  params: idParam('art').extend({ version: z.coerce.number().int().min(1).max(2_147_483_647) }),
  response: article.pick({ question: true, answer: true, category: true, examples: true }).extend({
    version: z.number().int(),
    savedAt: time,
    savedBy: z.string(),
  }),
});

/** An image in an article. Whoever knows its address may read it, unless only internal articles show it: then signed-in agents. */
export const articleFile = z.object({
  id: id('fil'),
  name: z.string(),
  type: z.string(),
  sizeInBytes: z.number().int(),
  /** Path on this server, for as long as the installation lives. */
  url: z.string(),
});
export type ArticleFile = z.infer<typeof articleFile>;
/** PNG, JPEG, WebP or GIF by content, at most 10 MB: attachment.type_refused (415), request.too_large (413), attachment.empty (400). */
export const uploadArticleFile = endpoint('POST', '/api/article-files', {
  summary: 'Keep an image for articles',
  upload: true,
  response: articleFile,
  status: 201,
});

/** Without anything about who read or searched. Texts that look like a person's data are not among the searches. */
export const helpCenterReport = endpoint('GET', '/api/help-center/report', {
  summary: 'What readers of the help center searched for in vain, and which articles helped',
  query: z.object({ days: z.coerce.number().int().min(1).max(365).default(30) }),
  response: z.object({
    /** Searches that found nothing, most frequent first; `query` as it is compared. */
    searches: z.array(z.object({ query: z.string(), locale, count: z.number().int(), lastAt: time })),
    /** Published articles that were read or answered with, most read first. */
    articles: z.array(
      z.object({
        id: id('art'),
        question: z.string(),
        locale,
        views: z.number().int(),
        yes: z.number().int(),
        no: z.number().int(),
        /** How often the bot answered with it, and how often that solved the matter. */
        answered: z.number().int(),
        solved: z.number().int(),
      }),
    ),
    /** Published articles that nobody read and no answer quoted. */
    neverFound: z.array(z.object({ id: id('art'), question: z.string(), locale })),
  }),
});

export const articleHit = z.object({
  articleId: id('art'),
  /** Agents only find internal ones; `url` leads to the desk then, and nothing of it is for customers. */
  audience: articleAudience,
  question: z.string(),
  answer: z.string(),
  url: z.string(),
  score: z.number(),
});
export type ArticleHit = z.infer<typeof articleHit>;
export const searchArticles = endpoint('GET', '/api/articles/search', {
  summary: 'Find published articles, internal ones too, by meaningful words, best first',
  query: z.object({ q: z.string().max(1000), limit: z.coerce.number().int().min(1).max(20).default(5) }),
  response: z.object({ hits: z.array(articleHit) }),
});
export const tryBot = endpoint('POST', '/api/bot/try', {
  summary: 'What the bot would do with a question; nothing is kept',
  body: z.object({ question: personText(2000).min(1) }),
  response: z.object({ decision: z.enum(['answer', 'clarify', 'handoff']), confidence: z.number(), hits: z.array(articleHit) }),
});

/** Words and phrases that mean the same at this company: whoever asks with one finds what is written with another. */
export const synonymGroup = z.object({ id: id('syn'), words: z.array(z.string()), updatedAt: time });
export type SynonymGroup = z.infer<typeof synonymGroup>;
const synonymBody = z.object({ words: z.array(personText(60).min(1)).min(2).max(20) });
export const listSynonyms = endpoint('GET', '/api/synonyms', {
  summary: 'The company’s own words that mean the same, last changed first',
  response: z.object({ items: z.array(synonymGroup) }),
});
/** 409 synonym.word_taken when a word already stands in another group, 409 synonym.too_many beyond 1,000 groups. */
export const createSynonym = endpoint('POST', '/api/synonyms', {
  summary: 'Add words that mean the same; the search knows them about a second later',
  body: synonymBody,
  response: synonymGroup,
  status: 201,
});
export const updateSynonym = endpoint('PUT', '/api/synonyms/:id', {
  summary: 'Change a group of words that mean the same',
  params: idParam('syn'),
  body: synonymBody,
  response: synonymGroup,
});
export const deleteSynonym = endpoint('DELETE', '/api/synonyms/:id', {
  summary: 'Forget that some words mean the same',
  params: idParam('syn'),
});

/**
 * One `file` or several: .csv (UTF-8 or Shift_JIS), .jsonl, .md, .html, or the .json export of another help center; together at most 20 MB
 * and 20,000 rows. No article is written. Of several, each row and refusal names its `file`; a file refused as a whole has line 0.
 * A file that cannot be read as a whole: file.empty, file.too_many_rows, file.unreadable (422), file.too_large (413), file.type_unknown (415).
 */
export const previewArticleImport = endpoint('POST', '/api/article-imports', {
  summary: 'Read a file of questions and answers and say what importing it would change',
  upload: true,
  response: z.object({
    id: id('imp'),
    fileName: z.string(),
    encoding: z.string(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** reason: row.broken · row.too_long · question.missing · question.too_long · answer.missing · answer.too_long · page.too_large · page.too_slow · text.malformed · question.repeated */
    refused: z.array(z.object({ file: z.string().optional(), line: z.number().int(), reason: z.string(), text: z.string() })),
    /** The first rows as they will be, at most 50. */
    sample: z.array(
      z.object({
        file: z.string().optional(),
        line: z.number().int(),
        change: z.enum(['added', 'changed', 'unchanged']),
        question: z.string(),
        answer: z.string(),
        category: z.string(),
      }),
    ),
  }),
  status: 201,
});
export type ImportPreview = z.output<typeof previewArticleImport.response>;
export const applyArticleImport = endpoint('POST', '/api/article-imports/:id/apply', {
  summary: 'Carry out a previewed import; a second call changes nothing',
  params: idParam('imp'),
  body: z.object({ publish: z.boolean().default(true) }),
  response: z.object({ added: z.number().int(), changed: z.number().int() }),
});

/** What an agent answered in a conversation where the bot could not. `text`: its beginning, at most 1,000 characters. */
export const unansweredReply = z.object({
  messageId: id('msg'),
  conversationId: id('cnv'),
  agentName: z.string(),
  text: z.string(),
  /** The conversation was then resolved, and not reopened. */
  isSettled: z.boolean(),
});
export type UnansweredReply = z.infer<typeof unansweredReply>;
/** Questions that ask the same in other words. */
export const unansweredGroup = z.object({
  /** The most typical wording; wordings are cut after 1,000 characters. */
  question: z.string(),
  /** How many conversations asked it. */
  count: z.number().int(),
  lastAskedAt: time,
  /** All wordings, the title first, then the most frequent; at most 20. */
  wordings: z.array(z.string()),
  /** Newest first, at most 20. */
  conversationIds: z.array(id('cnv')),
  /** The first thing an agent said after the question; those that settled the matter first, then the longest; at most 5. */
  replies: z.array(unansweredReply),
  /** The draft or article that was made of it. */
  articleId: id('art').nullable(),
});
export type UnansweredGroup = z.infer<typeof unansweredGroup>;
export const listUnanswered = endpoint('GET', '/api/unanswered-questions', {
  summary: 'Questions nobody could answer, grouped by what they ask, most frequent first; of the newest 2,000 times that happened',
  response: z.object({ items: z.array(unansweredGroup) }),
});
/** Any wording of a group stands for it. A customer's own words may be a whole letter; a draft takes as much of it as a question may have. */
const unansweredBody = z.object({ question: personText(limits.messageCharacters).min(1) });
/**
 * The answer is the reply's text without greetings, names and what is personal; an answer that somebody wrote already stays.
 * 404 not_found for a reply that the group does not have; 422 question.without_words
 */
export const draftFromUnanswered = endpoint('POST', '/api/unanswered-questions/draft', {
  summary: 'Start a draft article from an unanswered question; the same group gives the same draft',
  body: unansweredBody.extend({ replyId: id('msg').optional() }),
  response: article,
  status: 201,
});
export const dismissUnanswered = endpoint('POST', '/api/unanswered-questions/dismiss', {
  summary: 'Take a question off the list, with all its wordings, until it is asked again',
  body: unansweredBody,
});
