import { z } from 'zod';
import { id, idParam, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { answersRight } from './workspaces.ts';

/** solved: the customer said so · agent: an agent put the article into a reply · editor: typed in · import: from a file. */
export const checkedSource = z.enum(['solved', 'agent', 'editor', 'import']);

/** A real question whose right answer is known: what the bot is measured with, and what an edit is tried against. */
export const checkedQuestion = z.object({
  id: id('chq'),
  question: z.string(),
  /** Null: no article answers it, and the bot must not. */
  article: z.object({ id: id('art'), question: z.string() }).nullable(),
  source: checkedSource,
  conversationId: id('cnv').nullable(),
  createdAt: time,
});
export type CheckedQuestion = z.infer<typeof checkedQuestion>;

const question = personText(500).min(1);

export const listCheckedQuestions = endpoint('GET', '/api/checked-questions', {
  summary: 'Questions whose right answer is known, last added first',
  query: z.object({
    articleId: id('art').optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: page(checkedQuestion).extend({ total: z.number().int() }),
});
/** The same question again is given its newer answer. 422 question.without_words */
export const addCheckedQuestion = endpoint('POST', '/api/checked-questions', {
  summary: 'Say which article answers a question, or that none does',
  body: z.object({ question, articleId: id('art').nullable() }),
  response: checkedQuestion,
  status: 201,
});
export const removeCheckedQuestion = endpoint('DELETE', '/api/checked-questions/:id', {
  summary: 'Forget the right answer to a question',
  params: idParam('chq'),
});

/** What the bot makes of a question: right = answered with the right article, or rightly not answered · offered = among its choices. */
export const replayVerdict = z.enum(['right', 'offered', 'not_found', 'wrong']);
export type ReplayVerdict = z.infer<typeof replayVerdict>;

const counts = z.record(replayVerdict, z.number().int());
const outcome = z.object({ verdict: replayVerdict, articleId: id('art').nullable(), articleQuestion: z.string().nullable() });

/** A change that is not saved yet. */
export const proposedChange = z.discriminatedUnion('kind', [
  /** `articleId` null: an article that is not there yet. */
  z.object({
    kind: z.literal('article'),
    articleId: id('art').nullable(),
    question: personText(500),
    answer: personText(50_000),
    category: personText(100).default(''),
    examples: z.array(personText(500)).max(300).default([]),
  }),
  /** The article is taken back or archived. */
  z.object({ kind: z.literal('without_article'), articleId: id('art') }),
  /** `synonymId` null: a group that is not there yet; no words: the group is removed. */
  z.object({ kind: z.literal('synonyms'), synonymId: id('syn').nullable(), words: z.array(personText(60).min(1)).max(20) }),
  /** The bot becomes bolder or more careful. */
  z.object({ kind: z.literal('answers_right'), share: answersRight }),
]);
export type ProposedChange = z.infer<typeof proposedChange>;

/** Asks the newest 500 again. Nothing is changed or kept. `changes` holds those whose outcome differs, the worse first, at most 100. */
export const replayQuestions = endpoint('POST', '/api/checked-questions/replay', {
  summary: 'Try a change against the questions whose right answer is known, before it goes out',
  body: z.object({ change: proposedChange.nullable() }),
  response: z.object({
    asked: z.number().int(),
    before: counts,
    after: counts,
    changes: z.array(
      z.object({
        question: z.string(),
        right: z.object({ id: id('art'), question: z.string() }).nullable(),
        before: outcome,
        after: outcome,
        effect: z.enum(['better', 'worse', 'other']),
      }),
    ),
  }),
});
export type Replay = z.output<typeof replayQuestions.response>;

/**
 * `coverage`: share of what customers asked that the bot would have answered by itself (null before anybody asked). `right`: share of its
 * answers that were right, measured on the workspace's own checked questions; null while there are too few (`enough`).
 */
export const getBotPolicy = endpoint('GET', '/api/bot/policy', {
  summary: 'How sure the bot must be, and what each choice costs',
  response: z.object({
    answersRight: z.number(),
    /** Questions of the last 90 days that the coverage is counted on. */
    questions: z.number().int(),
    checked: z.number().int(),
    enough: z.number().int(),
    /** shipped: fitted on open question sets · own: fitted on this workspace's checked questions. */
    fittedOn: z.enum(['shipped', 'own']),
    choices: z.array(
      z.object({ share: z.number(), coverage: z.number().nullable(), right: z.number().nullable(), answers: z.number().int() }),
    ),
  }),
});
export type BotPolicy = z.output<typeof getBotPolicy.response>;
