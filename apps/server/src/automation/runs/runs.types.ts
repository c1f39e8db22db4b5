import type { Action } from '@madoguchi/contract/actions.ts';

/** An action that was done, as a timeline tells it: without the words it wrote. */
export type Did = Exclude<Action, { do: 'note' | 'reply' | 'rename' }> | { do: 'note' | 'reply' | 'rename' };

/** The rules whose doing something answers, the first one first; empty for what people and time do. */
export type Chain = { ruleIds: readonly string[]; lastName: string | null };
