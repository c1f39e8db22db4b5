import type { Action } from '@madoguchi/contract/actions.ts';
import { partsOf } from '@madoguchi/contract/canned-text.ts';
import { type Fault, type Faults, faults, textFault } from '../../admin/faults.ts';

export type ActionName = Action['do'];

/** The kinds there are, in the order of the menu that adds one. */
export const actionNames = [
  'reply',
  'note',
  'set_status',
  'assign_agent',
  'assign_team',
  'place_in_queue',
  'add_tags',
  'remove_tags',
  'set_priority',
  'set_field',
  'snooze',
  'rename',
] as const satisfies readonly ActionName[];

/** A new action of a kind. What has to be chosen first is empty, and `actionFaults` says so. */
export const newAction: Record<ActionName, () => Action> = {
  reply: () => ({ do: 'reply', text: '' }),
  note: () => ({ do: 'note', text: '' }),
  set_status: () => ({ do: 'set_status', status: 'resolved' }),
  assign_agent: () => ({ do: 'assign_agent', agentId: null }),
  assign_team: () => ({ do: 'assign_team', teamId: null }),
  place_in_queue: () => ({ do: 'place_in_queue', queueId: '' }),
  add_tags: () => ({ do: 'add_tags', tags: [] }),
  remove_tags: () => ({ do: 'remove_tags', tags: [] }),
  set_priority: () => ({ do: 'set_priority', priority: 'high' }),
  set_field: () => ({ do: 'set_field', key: '', value: '' }),
  snooze: () => ({ do: 'snooze', minutes: 24 * 60 }),
  rename: () => ({ do: 'rename', subject: '' }),
};

/** Lengths in minutes that are offered for a snooze; null: until the customer writes. */
export const snoozeMinutes = [60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 30 * 24 * 60] as const;

/** What is wrong with actions, under `<path>.<index>`; empty when nothing is. */
export function actionFaults(actions: readonly Action[], path = 'actions'): Faults {
  if (actions.length === 0) return { [path]: { word: 'actions.fault_none' } };
  return faults(Object.fromEntries(actions.map((action, index) => [`${path}.${index}`, faultOf(action)])));
}

function faultOf(action: Action): Fault | undefined {
  if (action.do === 'reply' || action.do === 'note')
    return textFault(action.text, 10_000) ?? (partsOf(action.text) ? undefined : { word: 'fault.condition' });
  if (action.do === 'rename') return textFault(action.subject, 200);
  if (action.do === 'add_tags' || action.do === 'remove_tags') return action.tags.length === 0 ? { word: 'fault.required' } : undefined;
  if (action.do === 'set_field') return action.key === '' ? { word: 'fault.required' } : undefined;
  return action.do === 'place_in_queue' && action.queueId === '' ? { word: 'fault.required' } : undefined;
}
