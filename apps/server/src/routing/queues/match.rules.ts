// Pure: which queue a conversation comes into.
import type { QueueConditions, Reason } from '@madoguchi/contract/routing.ts';
import { foldText } from '../../platform/text/fold.ts';
import type { Placing, QueueRule } from '../routing.types.ts';

const NOBODY_ASKS: QueueConditions = {
  channels: [],
  inboxIds: [],
  pages: [],
  tags: [],
  words: [],
  languages: [],
  attributes: [],
  difficulty: null,
};
/** Conditions that hold for everything. */
export const anything = (): QueueConditions => structuredClone(NOBODY_ASKS);

const because = (code: string, value: string): Reason => ({ code, values: { value } });

/** The first of `wanted` that is one of `having`, both told alike in any width and case. */
const oneOf = (wanted: readonly string[], having: readonly string[]): string | undefined => {
  const folded = new Set(having.map(foldText));
  return wanted.find((one) => folded.has(foldText(one)));
};
const within = (wanted: readonly string[], text: string): string | undefined => {
  const folded = foldText(text);
  return wanted.find((one) => folded.includes(foldText(one)));
};

/** What is known of a customer under a name, as text: lists as their parts. */
function valuesOf(attributes: Placing['attributes'], name: string): string[] {
  const found = Object.entries(attributes).find(([key]) => foldText(key) === foldText(name))?.[1];
  if (found === null || found === undefined || found === '' || found === false) return [];
  return (Array.isArray(found) ? found : [found]).map(String);
}

function attributeOf(wanted: QueueConditions['attributes'], attributes: Placing['attributes']): string | undefined {
  for (const { name, value } of wanted) {
    const values = valuesOf(attributes, name);
    const hit = value === '' ? values[0] : oneOf([value], values);
    if (hit !== undefined) return value === '' ? name : `${name}: ${value}`;
  }
  return undefined;
}

/** Why a conversation fits the conditions, a reason for each part that asks something; null: it does not. */
export function matches(conditions: QueueConditions, one: Placing): Reason[] | null {
  const parts: [code: string, asked: readonly unknown[], hit: () => string | undefined][] = [
    ['channel', conditions.channels, () => conditions.channels.find((channel) => channel === one.channel)],
    ['inbox', conditions.inboxIds, () => conditions.inboxIds.find((id) => id === one.inboxId)],
    ['page', conditions.pages, () => within(conditions.pages, one.page)],
    ['tag', conditions.tags, () => oneOf(conditions.tags, one.tags)],
    ['word', conditions.words, () => within(conditions.words, one.subject)],
    ['language', conditions.languages, () => conditions.languages.find((language) => language === one.language)],
    ['attribute', conditions.attributes, () => attributeOf(conditions.attributes, one.attributes)],
    [
      'difficulty',
      conditions.difficulty === null ? [] : [conditions.difficulty],
      () => (conditions.difficulty === one.difficulty ? one.difficulty : undefined),
    ],
  ];
  const reasons: Reason[] = [];
  for (const [code, asked, hit] of parts) {
    if (asked.length === 0) continue;
    const found = hit();
    if (found === undefined) return null;
    reasons.push(because(code, found));
  }
  return reasons;
}

/** The first queue whose rules hold, in the order given; else the default one. */
export function queueFor<Q extends Pick<QueueRule, 'conditions' | 'isDefault'>>(
  queues: readonly Q[],
  one: Placing,
): { queue: Q; because: Reason[] } {
  for (const queue of queues) {
    if (queue.isDefault) continue;
    const reasons = matches(queue.conditions, one);
    if (reasons) return { queue, because: reasons };
  }
  const rest = queues.find(({ isDefault }) => isDefault);
  if (!rest) throw new Error('there is no default queue');
  return { queue: rest, because: [{ code: 'default', values: {} }] };
}
