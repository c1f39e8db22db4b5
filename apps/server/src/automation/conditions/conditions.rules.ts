// Pure: whether the conditions of a rule hold for a conversation at a moment, and what of it made them hold.
import type { Because } from '@madoguchi/contract/automation.ts';
import type { Condition, Conditions } from '@madoguchi/contract/automation-conditions.ts';
import { foldText } from '../../platform/text/fold.ts';
import { choicesOf } from './choices.rules.ts';
import type { Snapshot } from './conditions.types.ts';
import { clockOf, isDayOff, isVip, isWithin, minutesOf } from './moments.rules.ts';

/** What of the conversation fits the positive form of a condition, as text; null: nothing does. */
type Fit = string | null;

/**
 * The conditions that made the rule fit, the first of each group that held; null when a group has none. No group: always, for no reason.
 * `value`: the word that was found, the number, the id; of a condition that asks for its opposite what stands there instead.
 */
export function whyItHolds(conditions: Conditions, snapshot: Snapshot): Because[] | null {
  const because: Because[] = [];
  for (const { any } of conditions) {
    const held = any.find((condition) => holds(condition, snapshot));
    if (!held) return null;
    because.push({ condition: held, value: fitOf(held, snapshot) ?? standing(held, snapshot) });
  }
  return because;
}

export const holds = (condition: Condition, snapshot: Snapshot): boolean => (fitOf(condition, snapshot) !== null) === condition.is;

function fitOf(condition: Condition, snapshot: Snapshot): Fit {
  switch (condition.field) {
    case 'subject':
    case 'text':
    case 'page':
      return wordIn(snapshot[condition.field], condition.of);
    case 'customer_attribute':
      return valueAmong(snapshot.customerAttributes, condition.name, condition.of);
    case 'organization_attribute':
      return valueAmong(snapshot.organizationAttributes, condition.name, condition.of);
    case 'conversation_field':
      return valueAmong(snapshot.fields, condition.name, condition.of);
    case 'messages':
    case 'waiting_minutes':
    case 'survey_score': {
      const number = numberOf(condition.field, snapshot);
      return number !== null && isWithinEnds(number, condition) ? String(number) : null;
    }
    case 'vip':
    case 'first_time':
    case 'in_hours':
    case 'holiday':
    case 'bot':
      return flagOf(condition.field, snapshot) ? 'yes' : null;
    case 'weekday': {
      const { weekday } = clockOf(snapshot);
      return condition.of.includes(weekday) ? String(weekday) : null;
    }
    case 'time': {
      const { time } = clockOf(snapshot);
      return isWithin(time, condition) ? time : null;
    }
    default:
      return choiceAmong(condition.of, choicesOf(condition.field, snapshot));
  }
}

/** What there is instead, for a condition that asks that something is not so. */
function standing(condition: Condition, snapshot: Snapshot): string {
  switch (condition.field) {
    case 'messages':
    case 'waiting_minutes':
    case 'survey_score':
      return String(numberOf(condition.field, snapshot) ?? '');
    case 'weekday':
      return String(clockOf(snapshot).weekday);
    case 'time':
      return clockOf(snapshot).time;
    case 'vip':
    case 'first_time':
    case 'in_hours':
    case 'holiday':
    case 'bot':
      return 'no';
    case 'customer_attribute':
      return namedValue(snapshot.customerAttributes, condition.name) ?? '';
    case 'organization_attribute':
      return namedValue(snapshot.organizationAttributes, condition.name) ?? '';
    case 'conversation_field':
      return namedValue(snapshot.fields, condition.name) ?? '';
    case 'subject':
    case 'text':
    case 'page':
      return '';
    default:
      return choicesOf(condition.field, snapshot)
        .filter((one) => one !== 'none')
        .join(', ');
  }
}

const wordIn = (text: string, words: readonly string[]): Fit => {
  const folded = foldText(text);
  return words.find((word) => folded.includes(foldText(word))) ?? null;
};

const choiceAmong = (wanted: readonly string[], having: readonly string[]): Fit => {
  const folded = new Set(wanted.map(foldText));
  return having.find((one) => folded.has(foldText(one))) ?? null;
};

function namedValue(values: Readonly<Record<string, string>>, name: string): string | null {
  const found = Object.entries(values).find(([key]) => foldText(key) === foldText(name))?.[1];
  return found === undefined || found === '' ? null : found;
}

function valueAmong(values: Readonly<Record<string, string>>, name: string, wanted: readonly string[]): Fit {
  const value = namedValue(values, name);
  if (value === null) return null;
  // Of several choices, which stand one a line, one is enough.
  const having = new Set([value, ...value.split('\n')].map(foldText));
  return wanted.length === 0 || wanted.some((one) => having.has(foldText(one))) ? value : null;
}

const isWithinEnds = (number: number, { from, to }: { from: number | null; to: number | null }): boolean =>
  (from === null || number >= from) && (to === null || number <= to);

function numberOf(field: 'messages' | 'waiting_minutes' | 'survey_score', snapshot: Snapshot): number | null {
  if (field === 'messages') return snapshot.messages;
  return field === 'survey_score' ? snapshot.score : minutesOf(snapshot.waitingSince, snapshot.at);
}

function flagOf(field: 'vip' | 'first_time' | 'in_hours' | 'holiday' | 'bot', snapshot: Snapshot): boolean {
  if (field === 'vip') return isVip(snapshot);
  if (field === 'first_time') return snapshot.firstTime;
  if (field === 'bot') return snapshot.bot;
  return field === 'holiday' ? isDayOff(snapshot) : clockOf(snapshot).isOpen;
}
