// Pure: what an answer of somebody who was asked does to the conversation beside which they were.
import type { Status } from '@madoguchi/contract/conversations.ts';

type Standing = { status: Status; snoozed: boolean; spam: boolean; merged: boolean };

/**
 * Whether the conversation comes back to whoever has it. Somebody waited for this, so it does, also one that was resolved; not once the asking itself
 * was declared done, as what comes then is mostly thanks. What is closed, spam or went on elsewhere stays so: the answer is marked unread there.
 */
export function comesBack({ status, snoozed, spam, merged }: Standing, sideWasDone: boolean): boolean {
  if (spam || merged || status === 'closed') return false;
  if (status === 'open' && !snoozed) return false;
  return status === 'resolved' ? !sideWasDone : true;
}
