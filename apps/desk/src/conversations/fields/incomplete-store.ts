import { ProblemError } from '@madoguchi/client/client.ts';
import type { Missing } from '@madoguchi/contract/fields.ts';
import { makeStore } from '../../ui/store.ts';

/** What stood in the way of resolving a conversation. `again` does what was refused, `for`: to resolve, to send and resolve, or nothing but a field to fill in. */
export type Incomplete = { conversationId: string; missing: Missing[]; for: 'resolve' | 'send' | 'field'; again: () => void };

export const incompleteStore = makeStore<Incomplete | null>(null);
export const endIncomplete = () => incompleteStore.set(null);

/** Asks for what is missing, if that is why something was refused. @returns whether it is */
export function askForMissing(error: unknown, what: Omit<Incomplete, 'missing'>): boolean {
  if (!(error instanceof ProblemError) || error.code !== 'conversation.incomplete') return false;
  const missing = Array.isArray(error.problem.missing) ? (error.problem.missing as Missing[]) : [];
  incompleteStore.set({ ...what, missing });
  return true;
}
