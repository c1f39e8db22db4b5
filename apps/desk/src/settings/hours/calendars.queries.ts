import {
  type Calendar,
  createCalendar,
  deleteCalendar,
  listCalendars,
  previewCalendar,
  updateCalendar,
} from '@madoguchi/contract/calendars.ts';
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export type CalendarWish = Omit<Calendar, 'id'>;

export const calendarsQuery = queryOptions({ queryKey: ['calendars'], queryFn: () => call(listCalendars, {}) });

/** The coming weeks of hours that need not be saved. */
export const previewQuery = (hours: BusinessHours, timezone: string | null) =>
  queryOptions({
    queryKey: ['calendar-preview', hours, timezone],
    queryFn: () => call(previewCalendar, { body: { hours, timezone } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });

/** What one calendar is for, another one may have lost: all are asked for again. */
const renew = () => queryClient.invalidateQueries({ queryKey: calendarsQuery.queryKey });

export async function addCalendar(body: CalendarWish): Promise<Calendar> {
  const made = await call(createCalendar, { body });
  await renew();
  return made;
}

export async function changeCalendar(id: string, body: CalendarWish): Promise<void> {
  await call(updateCalendar, { params: { id }, body });
  await renew();
}

export async function dropCalendar(id: string): Promise<void> {
  await call(deleteCalendar, { params: { id } });
  await renew();
}
