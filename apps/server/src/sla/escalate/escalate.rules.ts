// Pure: which priority presses more.
import type { Priority } from '@madoguchi/contract/conversations.ts';

const RANKS: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** Whether one priority presses less than another. */
export const ranksBelow = (one: Priority, other: Priority): boolean => RANKS.indexOf(one) < RANKS.indexOf(other);
