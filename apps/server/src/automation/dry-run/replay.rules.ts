// Pure: when a rule would have acted in a conversation, and why.
import type { Because, RuleEvent, RuleSince } from '@madoguchi/contract/automation.ts';
import { whyItHolds } from '../conditions/conditions.rules.ts';
import type { Snapshot } from '../conditions/conditions.types.ts';
import type { Known } from '../conditions/known.queries.ts';
import { eventsOf } from '../rules/occasions.rules.ts';
import { dueAt } from '../timers/due.rules.ts';
import type { Asking } from './dry-runs.tables.ts';
import type { momentsOf } from './history.rules.ts';
import type { State } from './history.types.ts';

export type Hit = { at: Date; because: Because[] };
type Moments = ReturnType<typeof momentsOf>;
type Stretch = { from: Date; to: Date };

/** Each time the rule would have acted in the stretch of time, the earliest first. */
export function hitsOf({ when, conditions }: Asking, moments: Moments, known: Known, stretch: Stretch): Hit[] {
  const asked = when.kind === 'event' ? eventTimes(when.event, moments) : timerTimes(when, moments, known, stretch.to);
  return asked.flatMap(({ at, state }) => {
    if (state.aside || at < stretch.from || at > stretch.to) return [];
    const because = whyItHolds(conditions, snapshotAt(at, state, known));
    return because ? [{ at, because }] : [];
  });
}

type Time = { at: Date; state: State };

/** Once for each fact, as the reader is asked once for each. */
const eventTimes = (event: RuleEvent, moments: Moments): Time[] =>
  moments.flatMap(({ at, facts, state }) => facts.filter((fact) => eventsOf(fact).includes(event)).map(() => ({ at, state })));

/** Once for each wait that lasted long enough. */
function timerTimes(when: Extract<Asking['when'], { kind: 'timer' }>, moments: Moments, known: Known, end: Date): Time[] {
  const times: Time[] = [];
  const seen = new Set<number>();
  for (const [index, { at, state }] of moments.entries()) {
    const since = beginningOfWait(when.since, state);
    const due = since && !seen.has(since.getTime()) ? dueAt(when, since, known.hours) : null;
    if (!since || !due) continue;
    const next = moments[index + 1]?.at ?? end;
    if (due > next || due > end) continue;
    seen.add(since.getTime());
    times.push({ at: new Date(Math.max(due.getTime(), at.getTime())), state });
  }
  return times;
}

function beginningOfWait(since: RuleSince, state: State): Date | null {
  if (state.snoozed) return null;
  const isOurs = !state.bot && state.status === 'open';
  switch (since) {
    case 'opened':
      return state.status === 'open' || state.status === 'waiting' ? state.openedAt : null;
    case 'waiting_for_us':
      return isOurs ? state.waitingSince : null;
    case 'waiting_for_customer':
      return state.status === 'waiting' ? state.answeredAt : null;
    case 'unassigned':
      return isOurs && state.agentId === null ? state.freeSince : null;
    case 'last_activity':
      return state.status === 'closed' ? null : state.lastActivityAt;
  }
}

function snapshotAt(at: Date, state: State, known: Known): Snapshot {
  const { status, priority, agentId, teamId, tags, due, subject, text, mood, messages, waitingSince, score, bot } = state;
  return { ...known, at, status, priority, agentId, teamId, tags, due, subject, text, mood, messages, waitingSince, score, bot };
}

/** Fields that the log does not tell: they are taken as they are now. */
const AS_NOW = new Set([
  ...['brand', 'queue', 'difficulty', 'customer_tag', 'segment', 'organization', 'vip', 'page', 'in_hours', 'holiday'],
  ...['customer_attribute', 'organization_attribute', 'conversation_field'],
]);

export const fieldsAsNow = (fields: Iterable<string>): string[] => [...fields].filter((field) => AS_NOW.has(field)).sort();
