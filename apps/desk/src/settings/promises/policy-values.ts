import type { Locale } from '@madoguchi/contract/common.ts';
import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Escalation, Policy, PolicyTarget, Promised } from '@madoguchi/contract/promises.ts';
import { type Fault, type Faults, textFault } from '../../admin/faults.ts';
import { durationText, typedMinutes } from './duration.ts';
import type { PolicyWish } from './policies.queries.ts';

/** In the order in which they press. */
export const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
export const PROMISES: readonly Promised[] = ['first_response', 'next_response', 'resolution'];

/** A target while it is typed. */
export type TypedTarget = { time: PolicyTarget['time']; minutes: Record<Priority, string> };
export type PolicyValues = Policy['conditions'] & {
  name: string;
  enabled: boolean;
  targets: Record<Promised, TypedTarget>;
  escalations: Escalation[];
  warnAt: number;
  botAnswers: boolean;
};

/** What a policy begins with: an hour and a day of business hours, and a word to the assignee in time. */
export const beginning = (): PolicyWish => {
  const all = (minutes: number, urgent: number): PolicyTarget => ({
    time: 'business',
    minutes: { urgent, high: urgent, normal: minutes, low: minutes },
  });
  return {
    name: '',
    enabled: true,
    conditions: { priorities: [], channels: [], inboxIds: [], brandIds: [], tags: [], attributes: [] },
    targets: { first_response: all(60, 15), next_response: all(120, 30), resolution: all(1440, 480) },
    escalations: [
      { at: 'warning', promise: null, action: { kind: 'notify', whom: 'assignee' } },
      { at: 'breach', promise: null, action: { kind: 'notify', whom: 'supervisors' } },
    ],
    warnAt: 75,
    botAnswers: false,
  };
};

const byPriority = <V>(of: (priority: Priority) => V): Record<Priority, V> => ({
  urgent: of('urgent'),
  high: of('high'),
  normal: of('normal'),
  low: of('low'),
});
const byPromise = <V>(of: (promise: Promised) => V): Record<Promised, V> => ({
  first_response: of('first_response'),
  next_response: of('next_response'),
  resolution: of('resolution'),
});

export const valuesOf = ({ conditions, targets, ...policy }: PolicyWish, locale: Locale): PolicyValues => ({
  ...policy,
  ...conditions,
  targets: byPromise((promise) => ({
    time: targets[promise]?.time ?? 'business',
    minutes: byPriority((priority) => {
      const minutes = targets[promise]?.minutes[priority] ?? null;
      return minutes === null ? '' : durationText(minutes, locale);
    }),
  })),
});

/** A target as it is sent; null when nothing is promised at any priority. What is no duration counts as nothing. */
export function targetOf({ time, minutes }: TypedTarget): PolicyTarget | null {
  const read = byPriority((priority) => typedMinutes(minutes[priority]));
  return PRIORITIES.some((priority) => read[priority] !== null) ? { time, minutes: read } : null;
}

/** As it is sent; only values without faults can be. */
export const wishOf = (values: PolicyValues): PolicyWish => ({
  name: values.name.trim(),
  enabled: values.enabled,
  conditions: {
    priorities: values.priorities,
    channels: values.channels,
    inboxIds: values.inboxIds,
    brandIds: values.brandIds,
    tags: values.tags,
    attributes: values.attributes.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
  },
  targets: byPromise((promise) => targetOf(values.targets[promise])),
  escalations: values.escalations,
  warnAt: values.warnAt,
  botAnswers: values.botAnswers,
});

/** What is wrong, by `name`, `targets.<promise>`, `attributes.<place>` and `escalations.<place>`. */
export function policyFaults(values: PolicyValues): Faults {
  const found: Record<string, Fault> = {};
  const name = textFault(values.name, 100);
  if (name) found.name = name;
  for (const promise of PROMISES) {
    const typed = PRIORITIES.map((priority) => values.targets[promise].minutes[priority]);
    if (typed.some((text) => text.trim() !== '' && typedMinutes(text) === null))
      found[`targets.${promise}`] = { word: 'promise.fault_minutes' };
  }
  if (PROMISES.every((promise) => !found[`targets.${promise}`] && targetOf(values.targets[promise]) === null))
    found['targets.first_response'] = { word: 'promise.fault_nothing' };
  values.attributes.forEach((one, at) => {
    if (one.name.trim() === '') found[`attributes.${at}`] = { word: 'promise.fault_attribute' };
  });
  values.escalations.forEach(({ action }, at) => {
    if (action.kind === 'assign_team' && action.teamId === '') found[`escalations.${at}`] = { word: 'promise.fault_team' };
    if (action.kind === 'add_tag' && action.tag.trim() === '') found[`escalations.${at}`] = { word: 'promise.fault_tag' };
  });
  return found;
}
