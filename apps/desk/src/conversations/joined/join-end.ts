import type { TimelineFact } from '@madoguchi/contract/messages.ts';

/** What a line about a merge or split leads to: the other conversation, and the way back while there is one. */
export type JoinEnd = { other: string; undo: { kind: 'merge' | 'split'; id: string } | null };

const BACK = { merge: 'conversation.unmerged', split: 'conversation.unsplit' } as const;

/** Where the line of a fact leads; null for a fact about something else. */
export function joinEndOf({ name, data }: TimelineFact, facts: readonly TimelineFact[]): JoinEnd | null {
  const kind = name === 'conversation.merged' ? 'merge' : name === 'conversation.split' ? 'split' : null;
  if (!kind) return null;
  const idOf = (one: Record<string, unknown>) => String(kind === 'merge' ? one.mergeId : one.splitId);
  const isUndone = facts.some((later) => later.name === BACK[kind] && idOf(later.data) === idOf(data));
  const isFirst = kind === 'merge' ? data.kept === true : data.kept === false;
  return { other: String(isFirst ? data.from : data.to), undo: isUndone ? null : { kind, id: idOf(data) } };
}
