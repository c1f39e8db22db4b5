// Pure: when owners are reminded of checks, and what the mail says.
import type { Say } from '../../../platform/words.ts';
import { addDays, instantsOf, wallTimeAt } from '../../../workspaces/zoned-time.rules.ts';

/** Nine o'clock where the company is. */
const AT_MINUTE = 9 * 60;
const MOST_LISTED = 20;

const nineOn = (timezone: string, date: string): Date => instantsOf(timezone, { date, minute: AT_MINUTE })[0]!;

/** The next nine o'clock after now. */
export function nextNine(timezone: string, now: Date): Date {
  const { date } = wallTimeAt(timezone, now);
  const today = nineOn(timezone, date);
  return today > now ? today : nineOn(timezone, addDays(date, 1));
}

/** When a server that has just started looks: today's nine o'clock, or at once when that has passed. */
export function firstNine(timezone: string, now: Date): Date {
  const today = nineOn(timezone, wallTimeAt(timezone, now).date);
  return today > now ? today : now;
}

export type DueArticle = { id: string; question: string };

/** One mail for everything an owner should look at. `deskUrl`: where the desk is; null when nobody said so. */
export function digestMail(say: Say, articles: readonly DueArticle[], deskUrl: string | null): { subject: string; text: string } {
  const count = articles.length;
  const lines = articles
    .slice(0, MOST_LISTED)
    .map(({ id, question }) =>
      deskUrl ? `${say('checks.line', { question })}\n  ${deskUrl}/knowledge/${id}` : say('checks.line', { question }),
    );
  const more = count > MOST_LISTED ? [say('checks.more', { count: count - MOST_LISTED })] : [];
  return {
    subject: say('checks.subject', { count }),
    text: [say('checks.opening', { count }), [...lines, ...more].join('\n'), say('checks.how')].join('\n\n'),
  };
}
