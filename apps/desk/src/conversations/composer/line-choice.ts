import type { LineChoice } from '@madoguchi/contract/channels.ts';

/** What names a line among those of one customer. */
export const lineKey = ({ threadId, inboxId, identityId }: LineChoice): string => threadId ?? `${inboxId}/${identityId}`;

/** The line a reply goes out on: the one the agent picked, while it is there; else the one in use. */
export const lineFor = (lines: readonly LineChoice[], picked: string | undefined): LineChoice | undefined =>
  lines.find((line) => lineKey(line) === picked) ?? lines.find(({ inUse }) => inUse) ?? lines[0];

/** Whether an identity is reached over several inboxes: then the inbox is what tells its lines apart. */
export const isShared = (line: LineChoice, lines: readonly LineChoice[]): boolean =>
  lines.some((other) => other.identityId === line.identityId && other.inboxId !== line.inboxId);

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

/**
 * The lines that are offered: of several by which the same inbox reaches the same address in the same state, such as earlier mails, only the first;
 * the one chosen always stays. `lines`: the one in use first, then the latest.
 */
export function offeredLines(lines: readonly LineChoice[], chosen: LineChoice, now: number): LineChoice[] {
  const same = (a: LineChoice, b: LineChoice) =>
    a.inboxId === b.inboxId && a.identityId === b.identityId && a.from === b.from && lineState(a, now).kind === lineState(b, now).kind;
  return lines.filter((line, place) => line === chosen || (!same(line, chosen) && lines.findIndex((other) => same(other, line)) === place));
}
