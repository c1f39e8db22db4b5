import type { AutomationRule, RuleBody, RuleWhen } from '@madoguchi/contract/automation.ts';
import type { Condition, Conditions } from '@madoguchi/contract/automation-conditions.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import { type Fault, type Faults, textFault } from '../../admin/faults.ts';
import { actionFaults } from '../actions-editor/action-values.ts';
import { durationText, typedMinutes } from '../promises/duration.ts';

/** A rule as it is being written: the time as somebody types it. */
export type RuleValues = Omit<RuleBody, 'when'> & { when: RuleWhen; after: string };

const FIRST_MINUTES = 1440;
export const eventWhen: RuleWhen = { kind: 'event', event: 'opened' };
export const timerWhen: RuleWhen = { kind: 'timer', since: 'waiting_for_us', minutes: FIRST_MINUTES, time: 'calendar' };

export const blank: RuleBody = { name: '', enabled: true, when: eventWhen, conditions: [], actions: [], stopAfter: false };

export function valuesOf(rule: RuleBody | AutomationRule, locale: Locale): RuleValues {
  const { name, enabled, when, conditions, actions, stopAfter } = rule;
  return {
    name,
    enabled,
    when,
    conditions,
    actions,
    stopAfter,
    after: durationText(when.kind === 'timer' ? when.minutes : FIRST_MINUTES, locale),
  };
}

export function wishOf({ after, when, ...rest }: RuleValues): RuleBody {
  return {
    ...rest,
    name: rest.name.trim(),
    when: when.kind === 'timer' ? { ...when, minutes: typedMinutes(after) ?? when.minutes } : when,
  };
}

export function ruleFaults(values: RuleValues): Faults {
  const all: [string, Fault | undefined][] = [
    ['name', textFault(values.name, 100)],
    ['after', values.when.kind === 'timer' && typedMinutes(values.after) === null ? { word: 'automation.fault_minutes' } : undefined],
    ...conditionFaults(values.conditions),
  ];
  const found = Object.fromEntries(all.filter((entry): entry is [string, Fault] => entry[1] !== undefined));
  return { ...found, ...actionFaults(values.actions) };
}

/** What a rule says of when and for which conversations, if it can be asked so. */
export const canBeAsked = (values: RuleValues): boolean =>
  Object.keys(ruleFaults(values)).every((path) => path === 'name' || path.startsWith('actions'));

const conditionFaults = (conditions: Conditions): [string, Fault | undefined][] =>
  conditions.flatMap(({ any }, group) => any.map((one, at): [string, Fault | undefined] => [`conditions.${group}.${at}`, faultOf(one)]));

function faultOf(condition: Condition): Fault | undefined {
  if ('name' in condition) return textFault(condition.name, 100);
  if ('of' in condition) return condition.of.length === 0 ? { word: 'automation.fault_values' } : undefined;
  if (condition.field === 'messages' || condition.field === 'waiting_minutes' || condition.field === 'survey_score')
    return condition.from === null && condition.to === null ? { word: 'automation.fault_range' } : undefined;
  return undefined;
}
