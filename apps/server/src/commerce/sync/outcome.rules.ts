// Pure: what was done with one thing that a shop told of.
import { createHash } from 'node:crypto';
import type { SyncOutcome } from '@madoguchi/contract/commerce.ts';

export type Done = Pick<SyncOutcome, 'outcome' | 'id'>;

/** The same content has the same digest. */
export const digestOf = (sent: unknown): string => createHash('sha256').update(JSON.stringify(sent)).digest('base64url');

/** What was kept, or what stands in its place: nothing is kept of what is older, or known word by word. */
export function doneWith(
  written: { id: string; is_new: boolean } | undefined,
  standing: { id: string; digest: string } | undefined,
  digest: string,
): Done {
  if (written) return { outcome: written.is_new ? 'created' : 'updated', id: written.id };
  return { outcome: standing?.digest === digest ? 'unchanged' : 'stale', id: standing?.id ?? null };
}
