import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { WordKey } from '../../app/locale.tsx';

/** The most pressing first, as menus list them. */
export const priorities = [
  { priority: 'urgent', word: 'priority.urgent' },
  { priority: 'high', word: 'priority.high' },
  { priority: 'normal', word: 'priority.normal' },
  { priority: 'low', word: 'priority.low' },
] as const satisfies readonly { priority: Priority; word: WordKey }[];

export const priorityWord = (priority: Priority): WordKey => `priority.${priority}`;
