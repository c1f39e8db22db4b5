// Pure, and the same on both sides of the wire: which attributes are shown, and which of them are still to be filled in.
import type { AttributeCondition, AttributeDefinition } from './attributes.ts';

type Definition = Pick<AttributeDefinition, 'key' | 'required' | 'shownWhen' | 'requiredWhen' | 'kind'>;
type Values = Readonly<Record<string, string>>;
/** What a conversation is besides its values. */
export type Surroundings = { channel: string; inboxId: string; tags: readonly string[] };

/** Of kind choices a value is several, one a line. */
export const chosenIn = (value: string): string[] => value.split('\n').filter(Boolean);

/** Those that are shown, in their order. A value counts in another one's condition only while it is shown itself. */
export function shownAttributes<D extends Definition>(definitions: readonly D[], values: Values, around: Surroundings | null): D[] {
  const known = new Map<string, boolean>();
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  const isShown = (one: Definition): boolean => {
    const before = known.get(one.key);
    if (before !== undefined) return before;
    // One that asks about itself, however far round, is never shown by that.
    known.set(one.key, false);
    const shown = one.shownWhen.every((condition) => holds(condition));
    known.set(one.key, shown);
    return shown;
  };
  const holds = (condition: AttributeCondition): boolean => {
    if (condition.on !== 'attribute') return around !== null && surroundingsHold(condition, around);
    const asked = byKey.get(condition.key);
    if (asked && !isShown(asked)) return false;
    return chosenIn(values[condition.key] ?? '').some((value) => condition.oneOf.includes(value));
  };
  return definitions.filter(isShown);
}

/** Those that are required as things stand, in their order, filled in or not. */
export function requiredAttributes<D extends Definition>(definitions: readonly D[], values: Values, around: Surroundings | null): D[] {
  const shown = shownAttributes(definitions, values, around);
  const counted = Object.fromEntries(shown.map(({ key }) => [key, values[key] ?? '']));
  return shown.filter(
    ({ required, requiredWhen }) =>
      required &&
      requiredWhen.every((condition) =>
        condition.on === 'attribute'
          ? chosenIn(counted[condition.key] ?? '').some((value) => condition.oneOf.includes(value))
          : around !== null && surroundingsHold(condition, around),
      ),
  );
}

/** Those that are required and empty. */
export const missingAttributes = <D extends Definition>(definitions: readonly D[], values: Values, around: Surroundings | null): D[] =>
  requiredAttributes(definitions, values, around).filter(({ key }) => (values[key] ?? '').trim() === '');

function surroundingsHold({ on, oneOf }: AttributeCondition, { channel, inboxId, tags }: Surroundings): boolean {
  if (on === 'channel') return oneOf.includes(channel);
  if (on === 'inbox') return oneOf.includes(inboxId);
  return on === 'tag' && tags.some((tag) => oneOf.includes(tag));
}

/** Whether conditions only ask about attributes that are there, and never come back to the one they belong to. */
export function conditionsAreSound(
  key: string,
  own: readonly AttributeCondition[],
  others: readonly Pick<Definition, 'key' | 'shownWhen' | 'requiredWhen'>[],
): boolean {
  const asks = new Map(others.map((one) => [one.key, keysOf(one.shownWhen)]));
  asks.set(key, keysOf(own));
  const reaches = (from: string, seen: Set<string>): boolean => {
    for (const next of asks.get(from) ?? []) {
      if (next === key) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (reaches(next, seen)) return true;
    }
    return false;
  };
  return keysOf(own).every((one) => asks.has(one)) && !reaches(key, new Set());
}

const keysOf = (conditions: readonly AttributeCondition[]) => conditions.flatMap(({ on, key }) => (on === 'attribute' ? [key] : []));
