import type { LineChoice } from '@madoguchi/contract/channels.ts';

/** What names a line among those of one customer. */
export const lineKey = ({ threadId, inboxId, identityId }: LineChoice): string => threadId ?? `${inboxId}/${identityId}`;

/** The line a reply goes out on: the one the agent picked, while it is there; else the one in use. */
export const lineFor = (lines: readonly LineChoice[], picked: string | undefined): LineChoice | undefined =>
  lines.find((line) => lineKey(line) === picked) ?? lines.find(({ inUse }) => inUse) ?? lines[0];

export type Via = { threadId: string } | { inboxId: string; identityId: string };

/** How the server is told of a picked line; nothing for the one in use, which it finds itself, as it is when the reply arrives. */
export function viaOf(line: LineChoice | undefined): Via | undefined {
  if (!line || line.inUse) return undefined;
  return line.threadId ? { threadId: line.threadId } : { inboxId: line.inboxId, identityId: line.identityId };
}

/** The end of the time in which we may write freely is told this long before. */
const CLOSES_SOON_MS = 2 * 60 * 60_000;

export type LineState = { kind: 'open' } | { kind: 'unreachable' } | { kind: 'closed' } | { kind: 'closing'; leftMs: number };

/** Whether a reply can arrive, as far as is known now. */
export function lineState({ reachable, openUntil }: LineChoice, now: number): LineState {
  if (!reachable) return { kind: 'unreachable' };
  if (openUntil === null) return { kind: 'open' };
  const leftMs = Date.parse(openUntil) - now;
  if (leftMs <= 0) return { kind: 'closed' };
  return leftMs < CLOSES_SOON_MS ? { kind: 'closing', leftMs } : { kind: 'open' };
}
