// Pure: what is owed when, from how a conversation stands, what is promised, and a calendar.

import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { PolicyTarget, PolicyTargets, Promised } from '@madoguchi/contract/promises.ts';
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../../workspaces/hours/working-time.rules.ts';
import type { Standing, Stretch } from '../standing/standing.types.ts';

const MINUTE_IN_MS = 60_000;

/** One promise and the time that counts for it. `end`: it was kept, or nobody is owed it any more. */
export type Owed = { promise: Promised; round: number; from: number; ours: Stretch[]; end: { kept: boolean; at: number } | null };

/** When people answer, and by whose clock. */
export type Calendar = { hours: BusinessHours; timezone: string };

/** What came of a promise by now, in milliseconds since 1970. `due` and `warn` are null while it stands still. */
export type Outlook = { due: number | null; warn: number | null; paused: boolean; met: number | null; broken: boolean; ended: boolean };

/**
 * The promises that a standing gives rise to. The bot's time counts for the first answer alone, and only where its answer counts as one:
 * otherwise people owe an answer from the moment they were given the conversation.
 */
export function owedBy(standing: Standing, { botAnswers }: { botAnswers: boolean }): Owed[] {
  const { opened, handedOff, asks, asksBefore, resolved } = standing;
  const all: Owed[] = [];
  const from = botAnswers ? opened : handedOff;
  if (from !== null) all.push(owed(standing, 'first_response', 1, from, firstEnd(standing, botAnswers)));
  if (handedOff === null) return all;
  asks.forEach((ask, index) => {
    const at = ask.answered ?? ask.released;
    all.push(owed(standing, 'next_response', asksBefore + index + 2, ask.from, at === null ? null : { kept: ask.answered !== null, at }));
  });
  all.push(owed(standing, 'resolution', 1, handedOff, resolved === null ? null : { kept: true, at: resolved }));
  return all;
}

function firstEnd({ answered, released, botAnswered }: Standing, botAnswers: boolean): Owed['end'] {
  const kept = [answered, botAnswers ? botAnswered : null].filter((at) => at !== null);
  if (kept.length > 0) return { kept: true, at: Math.min(...kept) };
  return released === null ? null : { kept: false, at: released };
}

function owed({ ours }: Standing, promise: Promised, round: number, from: number, end: Owed['end']): Owed {
  const until = end?.at ?? null;
  const counted = ours
    .map((stretch) => ({
      from: Math.max(stretch.from, from),
      to: until === null ? stretch.to : Math.min(stretch.to ?? until, until),
    }))
    .filter((stretch) => stretch.to === null || stretch.from < stretch.to);
  return { promise, round, from, ours: counted, end };
}

/** The minutes promised at a priority; null for none. */
export const minutesFor = (targets: PolicyTargets, promise: Promised, priority: Priority): number | null =>
  targets[promise]?.minutes[priority] ?? null;

/** The instant by which so many minutes of our turn have passed; null when they have not, and the clock stands still. */
function passed(ours: readonly Stretch[], minutes: number, time: PolicyTarget['time'], { hours, timezone }: Calendar): number | null {
  const counted = time === 'business' ? hours : null;
  let left = minutes;
  for (const { from, to } of ours) {
    if (to === null) return addWorkingMinutes(counted, timezone, new Date(from), left)?.getTime() ?? null;
    const worked = workingMinutesBetween(counted, timezone, new Date(from), new Date(to));
    if (worked * MINUTE_IN_MS >= left * MINUTE_IN_MS) return addWorkingMinutes(counted, timezone, new Date(from), left)!.getTime();
    left -= worked;
  }
  return null;
}

/** How a promise of so many minutes stands at an instant. It is broken from its due instant on; an answer at that very instant keeps it. */
export function outlookOf(
  { ours, end }: Owed,
  { minutes, time, warnAt }: { minutes: number; time: PolicyTarget['time']; warnAt: number },
  calendar: Calendar,
  now: number,
): Outlook {
  const due = passed(ours, minutes, time, calendar);
  const running = end === null && ours.at(-1)?.to === null;
  const rested = end?.at ?? ours.at(-1)?.to ?? null;
  const broken = due !== null && (running ? due <= now : rested !== null && due < rested);
  return {
    due,
    warn: running ? passed(ours, (minutes * warnAt) / 100, time, calendar) : null,
    paused: end === null && !running,
    met: end?.kept ? end.at : null,
    broken,
    ended: end !== null && !end.kept,
  };
}
