import { z } from 'zod';
import { id, idParam, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** five: 1 to 5, the more the better · two: thumbs, kept as 5 and 1. */
export const surveyScale = z.enum(['five', 'two']);
export type SurveyScale = z.infer<typeof surveyScale>;

export const rating = z.number().int().min(1).max(5);

const inBoth = (max: number) => z.object({ ja: personText(max).min(1), en: personText(max).min(1) });

export const surveySettings = z.object({
  on: z.boolean(),
  /** Whose work customers are asked about: what a person resolved, what the bot did, or both. */
  after: z.enum(['agent', 'bot', 'both']),
  /** How long after it was resolved they are asked; a conversation that goes on before is not asked about. */
  minutes: z.number().int().min(0).max(10_080),
  /** Outside business hours the question waits for the next opening. */
  inHoursOnly: z.boolean(),
  scale: surveyScale,
  question: inBoth(300),
  /** Whether a comment is asked for after the rating, and with which words. */
  comment: z.object({ ask: z.boolean(), text: inBoth(300) }),
  thanks: inBoth(300),
  /** No customer is asked again before so many days have passed; 0: after every conversation. */
  everyDays: z.number().int().min(0).max(365),
  /** A rating of 1 or 2 opens the conversation again, so that somebody sees to it. */
  reopenOnLow: z.boolean(),
});
export type SurveySettings = z.infer<typeof surveySettings>;

export const allSurveySettings = z.object({
  workspace: surveySettings,
  /** Inboxes that have their own; the others follow the workspace. */
  inboxes: z.array(z.object({ inboxId: id('ibx'), settings: surveySettings })),
});
export type AllSurveySettings = z.infer<typeof allSurveySettings>;

export const getSurveySettings = endpoint('GET', '/api/survey-settings', {
  summary: 'How customers are asked whether they were content',
  response: allSurveySettings,
});
export const updateSurveySettings = endpoint('PUT', '/api/survey-settings', {
  summary: 'Change how customers are asked, wherever an inbox has no way of its own',
  body: surveySettings,
  response: allSurveySettings,
});
export const updateInboxSurveySettings = endpoint('PUT', '/api/survey-settings/inboxes/:id', {
  summary: 'Give an inbox its own way of asking; null: it follows the workspace again',
  params: idParam('ibx'),
  body: z.object({ settings: surveySettings.nullable() }),
  response: allSurveySettings,
});

export const survey = z.object({
  id: id('srv'),
  conversation: z.object({ id: id('cnv'), number: z.number().int(), subject: z.string(), channel: z.string() }),
  customer: z.object({ id: id('cus'), name: z.string() }),
  inbox: z.object({ id: id('ibx'), name: z.string() }),
  /** Whose work it is about; null: the bot's. */
  agent: z.object({ id: id('agt'), name: z.string() }).nullable(),
  scale: surveyScale,
  askedAt: time,
  /** Null while it is not answered. */
  rating: rating.nullable(),
  ratedAt: time.nullable(),
  comment: z.string().nullable(),
});
export type Survey = z.infer<typeof survey>;

/**
 * Of the same surveys as the list. Satisfied: a rating of 4 or 5, or a thumb up; its share is of those answered.
 * `ratings`: how often each was given, from 1 to 5, whatever rating the list is narrowed to.
 */
export const surveyFigures = z.object({
  asked: z.number().int(),
  answered: z.number().int(),
  satisfied: z.number().int(),
  commented: z.number().int(),
  ratings: z.array(z.number().int()).length(5),
});
export type SurveyFigures = z.infer<typeof surveyFigures>;

/** `from` and `to` are instants of being asked, `to` not included. `agentId` `bot`: what the bot did alone. */
export const listSurveys = endpoint('GET', '/api/surveys', {
  summary: 'Satisfaction surveys: their figures, and the answers, the latest first',
  query: z.object({
    from: time.optional(),
    to: time.optional(),
    inboxId: id('ibx').optional(),
    agentId: z.union([id('agt'), z.literal('bot')]).optional(),
    customerId: id('cus').optional(),
    conversationId: id('cnv').optional(),
    rating: z.coerce.number().int().min(1).max(5).optional(),
    commented: z.enum(['yes']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(survey).extend({ figures: surveyFigures }),
});
export type SurveyQuery = z.output<typeof listSurveys.query>;
