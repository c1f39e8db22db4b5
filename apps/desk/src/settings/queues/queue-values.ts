import type { Queue, QueueBody, QueueConditions } from '@madoguchi/contract/routing.ts';
import type { Fault, Faults } from '../../admin/faults.ts';
import { textFault } from '../../admin/faults.ts';

/** A queue as its form holds it: attributes as they are typed, numbers as they are while somebody types. */
export type QueueValues = Omit<QueueBody, 'conditions' | 'offerSeconds' | 'overflow'> & {
  conditions: Omit<QueueConditions, 'attributes'> & { attributes: string[] };
  offerSeconds: number | string;
  overflowQueueId: string | null;
  overflowMinutes: number | string;
};

export const newQueue: QueueValues = {
  name: '',
  mode: 'offer',
  conditions: { channels: [], inboxIds: [], pages: [], tags: [], words: [], languages: [], attributes: [], difficulty: null },
  teamIds: [],
  agentIds: [],
  skills: {},
  tier: 1,
  honorsLanguage: false,
  priorityBoost: 0,
  offerSeconds: 30,
  overflowQueueId: null,
  overflowMinutes: 5,
};

export const attributeText = ({ name, value }: { name: string; value: string }): string => (value === '' ? name : `${name}: ${value}`);

/** 「会員ランク: VIP」 as a name and a value; without a colon, whatever it says. */
export function readAttribute(text: string): { name: string; value: string } {
  const [name = '', ...rest] = text.split(/[:：]/);
  return { name: name.trim(), value: rest.join(':').trim() };
}

export function valuesOf({ id: _id, isDefault: _isDefault, waiting: _waiting, oldest: _oldest, overflow, ...queue }: Queue): QueueValues {
  return {
    ...queue,
    conditions: { ...queue.conditions, attributes: queue.conditions.attributes.map(attributeText) },
    overflowQueueId: overflow?.queueId ?? null,
    overflowMinutes: overflow?.afterMinutes ?? 5,
  };
}

export function bodyOf({ overflowQueueId, overflowMinutes, ...values }: QueueValues): QueueBody {
  const attributes = values.conditions.attributes.map(readAttribute).filter(({ name }) => name !== '');
  return {
    ...values,
    name: values.name.trim(),
    conditions: { ...values.conditions, attributes },
    offerSeconds: Number(values.offerSeconds),
    overflow: overflowQueueId === null ? null : { queueId: overflowQueueId, afterMinutes: Number(overflowMinutes) },
  };
}

/** What is wrong with a whole number between two bounds. */
export function numberFault(value: number | string, min: number, max: number): Fault | undefined {
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? undefined : { word: 'fault.number_range', values: { min, max } };
}

export function queueFaults({ name, mode, offerSeconds, overflowQueueId, overflowMinutes }: QueueValues): Faults {
  const found = {
    name: textFault(name, 60),
    offerSeconds: mode === 'offer' ? numberFault(offerSeconds, 10, 600) : undefined,
    overflowMinutes: overflowQueueId === null ? undefined : numberFault(overflowMinutes, 1, 1440),
  };
  return Object.fromEntries(Object.entries(found).flatMap(([path, fault]) => (fault ? [[path, fault]] : [])));
}
