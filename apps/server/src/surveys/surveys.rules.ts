// Pure: when customers are asked, which of their presses stands, and what is a comment.
import type { SurveyScale, SurveySettings } from '@madoguchi/contract/surveys.ts';
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { nextOpening } from '../workspaces/hours.rules.ts';
import type { Carries, Choice } from './surveys.types.ts';

const MINUTE_IN_MS = 60_000;
const DAY_IN_MS = 86_400_000;
/** A rating can be changed for so long after the first. */
export const CHANGE_WITHIN_MS = DAY_IN_MS;
/** What is written so soon after a rating is its comment, when one was asked for. */
export const COMMENT_WITHIN_MS = 10 * MINUTE_IN_MS;
/** Who was asked longer ago does not remember what about. */
export const ANSWER_WITHIN_MS = 30 * DAY_IN_MS;

/** Whether such an end of a conversation is asked about at all. */
export const isAskedAbout = ({ on, after }: Pick<SurveySettings, 'on' | 'after'>, by: 'agent' | 'bot'): boolean =>
  on && (after === 'both' || after === by);

type When = Pick<SurveySettings, 'minutes' | 'inHoursOnly'>;

/** When to ask about what was resolved then; null: hours never come again. */
export function askAt({ minutes, inHoursOnly }: When, resolvedAt: Date, hours: BusinessHours, timezone: string): Date | null {
  const at = new Date(resolvedAt.getTime() + minutes * MINUTE_IN_MS);
  return inHoursOnly ? nextOpening(hours, timezone, at) : at;
}

/** Whether somebody asked then may be asked again. */
export const mayAskAgain = (lastAskedAt: Date | null, everyDays: number, now: Date): boolean =>
  lastAskedAt === null || now.getTime() - lastAskedAt.getTime() >= everyDays * DAY_IN_MS;

/** How a line shows the question: with buttons, with links side by side, or with one link; null: it must not be asked there. */
export function shownBy(carries: Carries, scale: SurveyScale, lastInboundAt: Date | null, now: Date): 'buttons' | 'links' | 'link' | null {
  const { buttons, links, replyWindowHours, inPublic } = carries;
  if (inPublic) return null;
  const windowEnds = lastInboundAt && replyWindowHours !== null ? lastInboundAt.getTime() + replyWindowHours * 60 * MINUTE_IN_MS : null;
  if (replyWindowHours !== null && (windowEnds === null || windowEnds <= now.getTime())) return null;
  if (buttons >= ratingsOf(scale).length) return 'buttons';
  return links ? 'links' : 'link';
}

/** The ratings that can be given, in the order they are shown. */
export const ratingsOf = (scale: SurveyScale): readonly number[] => (scale === 'two' ? [5, 1] : [5, 4, 3, 2, 1]);

/** The press that stands, whatever the order they became known in: the last one within a day of the first. Null without any. */
export function standing(choices: readonly Choice[]): Choice | null {
  const ordered = [...choices].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.externalId < b.externalId ? -1 : 1));
  const [first] = ordered;
  return ordered.findLast(({ at }) => at.getTime() - first!.at.getTime() <= CHANGE_WITHIN_MS) ?? null;
}

/** Ratings that tell of somebody who needs attention. */
export const isLow = (rating: number): boolean => rating <= 2;
export const isSatisfied = (rating: number): boolean => rating >= 4;

type Commented = {
  rating: number | null;
  rated_at: Date | null;
  asks_comment: boolean;
  comment: string | null;
  comment_declined_at: Date | null;
};

/** Whether words said at that time are the comment that was asked for. A question is not: somebody waits for its answer. */
export function isComment(survey: Commented, said: { text: string; at: Date }): boolean {
  const { rated_at, asks_comment, comment, comment_declined_at } = survey;
  if (!rated_at || !asks_comment || comment !== null || comment_declined_at) return false;
  const age = said.at.getTime() - rated_at.getTime();
  return age >= 0 && age <= COMMENT_WITHIN_MS && said.text.trim() !== '' && !asksSomething(said.text);
}

/** Ends as questions do, in either language. */
const asksSomething = (text: string): boolean => /([?？]|(です|ます|でしょう|ません|ました)か[。.]?)\s*$/u.test(text.trim());
