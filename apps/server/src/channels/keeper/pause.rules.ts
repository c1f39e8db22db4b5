// Pure: how long to wait before a connection is tried anew.
import type { ChannelError } from '../port/channel-error.ts';

const SECOND = 1000;
const LONGEST_MS = 60 * SECOND;
/** What only an administrator can put right: servers lock accounts that are tried with a wrong password again and again. */
const ASKED_MS = [5 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND];

/** @param failures how often it failed in a row, from 1 */
export function pauseAfter(failures: number, { aboutInbox }: Pick<ChannelError, 'aboutInbox'>): number {
  if (aboutInbox) return ASKED_MS[Math.min(failures, ASKED_MS.length) - 1]!;
  return Math.min(SECOND * 2 ** (failures - 1), LONGEST_MS);
}
