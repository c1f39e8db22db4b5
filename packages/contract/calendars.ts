import { z } from 'zod';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { businessHours, hoursRange } from './workspaces.ts';

const timezone = z.string().min(1).max(60).nullable();
/** Whom a calendar is for. A contract's comes before an inbox's, that before a brand's, that before the workspace's. */
const uses = z.object({
  /** Values of the customer's attribute `contract`. */
  contracts: z.array(personText(200).min(1)).max(100),
  inboxIds: z.array(id('ibx')).max(100),
  brandIds: z.array(id('brd')).max(100),
});
const body = z.object({ name: personText(100).min(1), timezone, hours: businessHours, uses });
/** `timezone` of null: the workspace's. The workspace's own hours are no item here: they stand in GET /api/workspace. */
export const calendar = body.extend({ id: id('cal') });
export type Calendar = z.infer<typeof calendar>;

export const listCalendars = endpoint('GET', '/api/calendars', {
  summary: 'Business hours beside the workspace’s own',
  response: z.object({ items: z.array(calendar) }),
});
/** What another calendar is used for goes over to this one. */
export const createCalendar = endpoint('POST', '/api/calendars', { summary: 'Add a calendar', body, response: calendar, status: 201 });
export const updateCalendar = endpoint('PUT', '/api/calendars/:id', {
  summary: 'Change a calendar; due times follow',
  params: idParam('cal'),
  body,
  response: calendar,
});
export const deleteCalendar = endpoint('DELETE', '/api/calendars/:id', {
  summary: 'Remove a calendar: what it was for has the next one that applies',
  params: idParam('cal'),
});

/** Four weeks of hours that need not be saved yet, by the rule that counts. */
export const previewCalendar = endpoint('POST', '/api/calendars/preview', {
  summary: 'The coming weeks of business hours',
  body: z.object({ timezone, hours: businessHours }),
  response: z.object({
    openNow: z.boolean(),
    /** Null: never again, or open now. */
    nextOpening: time.nullable(),
    /** Null: closed now, or never closed. */
    closesAt: time.nullable(),
    days: z.array(
      z.object({
        date: z.iso.date(),
        ranges: z.array(hoursRange),
        /** Why it differs from its weekday; `name` is a holiday's or a yearly range's. */
        because: z.object({ kind: z.enum(['holiday', 'each_year', 'date', 'open_date']), name: z.string() }).nullable(),
      }),
    ),
  }),
});
export type CalendarPreview = z.infer<(typeof previewCalendar)['response']>;
