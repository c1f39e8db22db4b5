import { fact } from '../../platform/event-log/fact.ts';

/** Past tense, never renamed. What they say stands in their rows. */
export const calendarCreated = fact('calendar.created', 1)<{ calendarId: string; name: string }>();
export const calendarUpdated = fact('calendar.updated', 1)<{ calendarId: string; name: string }>();
export const calendarRemoved = fact('calendar.removed', 1)<{ calendarId: string; name: string }>();
