// Pure: the facts that tell of a clock.
import type { Policy } from '@madoguchi/contract/promises.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import { promiseBreached, promiseMet, promiseWarned } from '../sla.events.ts';
import type { ClockNews, ClockState } from './clock-rows.rules.ts';
import type { Owed } from './clocks.rules.ts';

const text = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** The fact for one piece of news about a clock, under the policy that counts. */
export function factOf(news: ClockNews, clock: ClockState & Pick<Owed, 'promise' | 'round'>, policy: Policy): Fact {
  const of = { promise: clock.promise, round: clock.round, policyId: policy.id, dueAt: text(clock.dueAt) };
  if (news === 'met') return promiseMet({ ...of, at: text(clock.metAt)! });
  const notify = toNotify(policy, news === 'warned' ? 'warning' : 'breach', clock.promise);
  return news === 'warned' ? promiseWarned({ ...of, notify }) : promiseBreached({ ...of, at: text(clock.breachedAt)!, notify });
}

/** What a policy has done by itself at a moment of a promise, in the order it is written. */
export const actionsAt = ({ escalations }: Policy, at: 'warning' | 'breach', promise: string) =>
  escalations.filter((one) => one.at === at && (one.promise === null || one.promise === promise)).map(({ action }) => action);

const toNotify = (policy: Policy, at: 'warning' | 'breach', promise: string): ('assignee' | 'supervisors')[] => [
  ...new Set(actionsAt(policy, at, promise).flatMap((action) => (action.kind === 'notify' ? [action.whom] : []))),
];
