import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Promised } from '@madoguchi/contract/promises.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

export const promiseWords = {
  first_response: 'promise.first_response',
  next_response: 'promise.next_response',
  resolution: 'promise.resolution',
} as const satisfies Record<Promised, AdminKey>;

export const priorityWords = {
  urgent: 'promise.priority_urgent',
  high: 'promise.priority_high',
  normal: 'promise.priority_normal',
  low: 'promise.priority_low',
} as const satisfies Record<Priority, AdminKey>;
