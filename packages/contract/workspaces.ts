import { z } from 'zod';
import { id, idParam, limits, locale, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
/** Ranges of a day in the workspace's time zone; `to` earlier than `from` runs past midnight, equal to it runs around the clock. */
export const hoursRange = z.object({ from: clock, to: clock });
/** A day of whichever year: 12-29. */
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** Days off that come back each year, both ends included; `to` earlier than `from` runs over New Year: 年末年始 12-29 to 01-03. */
export const closedEachYear = z.object({ name: personText(60), from: dayOfYear, to: dayOfYear });
/** A date with hours of its own, whatever the week, the holidays and the days off say. */
export const openDate = z.object({ date: z.iso.date(), ranges: z.array(hoursRange).min(1).max(4) });
/** Monday first; an empty day is closed. `null` means always open. */
export const businessHours = z
  .object({
    days: z.array(z.array(hoursRange).max(4)).length(7),
    closedOnJapaneseHolidays: z.boolean(),
    closedDates: z.array(z.iso.date()).max(100),
    closedEachYear: z.array(closedEachYear).max(20).optional(),
    openDates: z.array(openDate).max(100).optional(),
  })
  .nullable();
export type BusinessHours = z.infer<typeof businessHours>;

/** What share of the bot’s answers must be right; it is as bold as that allows. */
export const answersRight = z.number().min(0.8).max(0.99);

export const workspace = z.object({
  id: id('wsp'),
  name: z.string(),
  locale,
  timezone: z.string(),
  businessHours,
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  greeting: z.object({ ja: z.string(), en: z.string() }),
  /** How soon agents usually reply in business hours, as told to customers. */
  replyMinutes: z.number().int().min(1).max(10_080),
  undoSendSeconds: z.number().int().min(0).max(limits.undoSendSeconds),
  answersRight,
  /** Card numbers and individual numbers that customers send are kept as their last digits only. */
  maskNumbers: z.boolean(),
});
export type Workspace = z.infer<typeof workspace>;

export const getWorkspace = endpoint('GET', '/api/workspace', { summary: 'Settings of the workspace', response: workspace });
export const updateWorkspace = endpoint('PATCH', '/api/workspace', {
  summary: 'Change settings of the workspace',
  body: z.object({
    name: personText(100).min(1).optional(),
    locale: locale.optional(),
    timezone: z.string().max(60).optional(),
    businessHours: businessHours.optional(),
    color: workspace.shape.color.optional(),
    greeting: z.object({ ja: personText(300), en: personText(300) }).optional(),
    replyMinutes: workspace.shape.replyMinutes.optional(),
    undoSendSeconds: workspace.shape.undoSendSeconds.optional(),
    answersRight: answersRight.optional(),
    maskNumbers: z.boolean().optional(),
  }),
  response: workspace,
});

export const inbox = z.object({
  id: id('ibx'),
  name: z.string(),
  /** One of GET /api/channels. */
  channel: z.string(),
  /** Public: names the inbox in the script tag or form address. */
  key: z.string(),
  /** Origins on which the messenger or form may run; empty: only this server's own pages. */
  allowedOrigins: z.array(z.string()),
  paused: z.boolean(),
  teamIds: z.array(id('tem')),
  /** Whose customers write here; null: the default brand's. */
  brandId: id('brd').nullable(),
});
export type Inbox = z.infer<typeof inbox>;

export const listInboxes = endpoint('GET', '/api/inboxes', { summary: 'The inboxes', response: z.object({ items: z.array(inbox) }) });
export const updateInbox = endpoint('PATCH', '/api/inboxes/:id', {
  summary: 'Rename, pause, choose origins, teams and brand',
  params: idParam('ibx'),
  body: z.object({
    name: personText(100).min(1).optional(),
    allowedOrigins: z.array(z.url().max(300)).max(50).optional(),
    paused: z.boolean().optional(),
    teamIds: z.array(id('tem')).max(50).optional(),
    brandId: id('brd').nullable().optional(),
  }),
  response: inbox,
});
/** The secret with which the company's own site signs who its customer is (HS256). */
export const revealIdentitySecret = endpoint('POST', '/api/inboxes/:id/identity-secret', {
  summary: 'Show the identity secret of a chat inbox',
  params: idParam('ibx'),
  response: z.object({ secret: z.string() }),
});
