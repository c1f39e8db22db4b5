import type { ImapFlow } from 'imapflow';

/** Servers count in blocks: the last one is never used up. */
const FULL = 0.995;
const NEARLY = 0.9;

/** How much of the mailbox's room is taken, from 0 to 1 (RFC 9208); null where its server does not say. */
export async function usedOf(client: ImapFlow): Promise<number | null> {
  const quota = await client.getQuota('INBOX').catch(() => false as const);
  const storage = quota ? quota.storage : undefined;
  if (!storage) return null;
  const { usage = 0, limit = 0 } = storage;
  return limit > 0 ? usage / limit : null;
}

/** New mail is sent back to whoever wrote it. */
export const isFull = (used: number | null): boolean => used !== null && used >= FULL;

/** What the health page notes: nothing while there is room. */
export const usedNote = (used: number | null): string | null => (used !== null && used >= NEARLY ? `${Math.round(used * 100)} %` : null);
