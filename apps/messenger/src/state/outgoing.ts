import type { Attachment, Locale } from '@madoguchi/contract/common.ts';
import type { Choice } from '@madoguchi/contract/messages.ts';
import type { Keep } from './keep.ts';

/** A message on its way out. Its externalId lets the server take it once however often it is sent. */
export type Outgoing = {
  externalId: string;
  text: string;
  choice: Choice | null;
  attachments: Attachment[];
  locale: Locale;
  /** When it was written, as UTC ISO 8601. */
  at: string;
  /** sending: on its way · late: tried and not through yet, still being tried · failed: the server will not have it as it is. */
  state: 'sending' | 'late' | 'failed';
};

const prefix = 'out.';

// One entry per message, so that two open tabs never overwrite each other's.
export const keepOutgoing = (keep: Keep, item: Outgoing) => keep.set(prefix + item.externalId, JSON.stringify(item));
export const forgetOutgoing = (keep: Keep, externalId: string) => keep.remove(prefix + externalId);
export const isOutgoingName = (name: string) => name.startsWith(prefix);

/** Everything kept, oldest first; what cannot be read is dropped. */
export function keptOutgoing(keep: Keep): Outgoing[] {
  return keep
    .names(prefix)
    .flatMap((name) => read(keep.get(name)) ?? [])
    .sort((a, b) => a.at.localeCompare(b.at));
}

function read(text: string | null): Outgoing | null {
  try {
    const item: unknown = JSON.parse(text ?? '');
    return isOutgoing(item) ? item : null;
  } catch {
    return null;
  }
}

function isOutgoing(item: unknown): item is Outgoing {
  const like = item as Partial<Outgoing> | null;
  return (
    typeof like?.externalId === 'string' && typeof like.text === 'string' && typeof like.at === 'string' && Array.isArray(like.attachments)
  );
}

/** What an answer to a send means. `status` 0: no answer came. */
export type Verdict = 'sent' | 'again' | 'slow_down' | 'renew' | 'refused';

export function verdictOn(status: number): Verdict {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 429) return 'slow_down';
  if (status === 401) return 'renew';
  return status === 0 || status === 408 || status === 425 || status >= 500 ? 'again' : 'refused';
}

/** Milliseconds before try number `tries` (from 1): doubling from one second to thirty, with up to half as much again by chance so that many do not return at once. */
export function pause(tries: number, chance: number): number {
  return Math.min(30_000, 1000 * 2 ** (tries - 1)) * (1 + chance / 2);
}
