// Pure: what becomes of the row of a promise, and which facts that makes.
import type { Outlook, Owed } from './clocks.rules.ts';

/** A row as far as it decides anything; instants in milliseconds since 1970. */
export type ClockState = {
  dueAt: number | null;
  warnAt: number | null;
  paused: boolean;
  warnedAt: number | null;
  breachedAt: number | null;
  metAt: number | null;
  metTold: boolean;
  endedAt: number | null;
};

export const FRESH: ClockState = {
  dueAt: null,
  warnAt: null,
  paused: false,
  warnedAt: null,
  breachedAt: null,
  metAt: null,
  metTold: false,
  endedAt: null,
};

export type ClockNews = 'warned' | 'breached' | 'met';

/**
 * The row after a look at it. A breach is for good, and so is the due time it broke: a calendar that changes later makes no broken
 * promise whole. Each fact comes once, however often one looks; a warning that would come with the breach is left out.
 */
export function lookAgain(row: ClockState, owed: Owed, outlook: Outlook, now: number): { row: ClockState; news: ClockNews[] } {
  const news: ClockNews[] = [];
  const isOver = owed.end !== null;
  // What is over stays as it was counted, whatever a policy promises later.
  if (isOver && row.metAt === outlook.met && (row.metTold || row.endedAt !== null)) return { row, news };
  const wasBroken = row.breachedAt !== null;
  const breaks = !wasBroken && outlook.broken;
  const warns = !wasBroken && !outlook.broken && !isOver && row.warnedAt === null && outlook.warn !== null && outlook.warn <= now;
  const keeps = !wasBroken && !outlook.broken && outlook.met !== null && !row.metTold;
  if (breaks) news.push('breached');
  if (warns) news.push('warned');
  if (keeps) news.push('met');
  return {
    row: {
      dueAt: wasBroken ? row.dueAt : outlook.due,
      warnAt: wasBroken ? row.warnAt : (outlook.warn ?? (outlook.paused ? null : row.warnAt)),
      paused: outlook.paused,
      warnedAt: warns ? now : row.warnedAt,
      breachedAt: breaks ? outlook.due : row.breachedAt,
      metAt: outlook.met,
      metTold: row.metTold || keeps,
      endedAt: outlook.ended ? (owed.end?.at ?? now) : null,
    },
    news,
  };
}

/** Whether a customer is still owed it, and the clock runs (or ran out). */
export const isShown = ({ dueAt, paused, metAt, endedAt }: ClockState): boolean =>
  dueAt !== null && !paused && metAt === null && endedAt === null;
