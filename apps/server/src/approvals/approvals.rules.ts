// Pure: whose replies wait, who may let them go, and what becomes of them.
import type { ApprovalConditions, ApprovalState } from '@madoguchi/contract/approvals.ts';
import { foldText } from '../platform/text/fold.ts';

export type Answer = {
  text: string;
  inboxId: string;
  channel: string;
  author: { id: string; teamIds: readonly string[]; tier: number; days: number };
};

/** Every part that names something must hold; of the authors, one way to be meant is enough. */
export function waits(conditions: ApprovalConditions, { text, inboxId, channel, author }: Answer): boolean {
  const folded = foldText(text);
  const { tiers, newerThanDays, agentIds } = conditions.authors;
  const isMeant =
    (tiers.length === 0 && newerThanDays === null && agentIds.length === 0) ||
    tiers.includes(author.tier) ||
    (newerThanDays !== null && author.days < newerThanDays) ||
    agentIds.includes(author.id);
  const holds = (asked: readonly string[], one: (value: string) => boolean) => asked.length === 0 || asked.some(one);
  return (
    isMeant &&
    holds(conditions.teamIds, (id) => author.teamIds.includes(id)) &&
    holds(conditions.inboxIds, (id) => id === inboxId) &&
    holds(conditions.channels, (name) => name === channel) &&
    holds(conditions.words, (word) => folded.includes(foldText(word)))
  );
}

/** Where a reply stands. `words`: still held, out, or its author’s again. */
export type Stand = { state: ApprovalState; words: 'held' | 'sent' | 'author' };
export type Act = 'approve' | 'approve_for_later' | 'return' | 'withdraw' | 'release';

export const asked: Stand = { state: 'waiting', words: 'held' };

/**
 * What an act makes of it; null: nothing, it is refused. `release` is whatever lets held messages go: the end of an undo period, the time an
 * author chose, an agent’s wish to send at once.
 */
export function after(stand: Stand, act: Act): Stand | null {
  if (stand.words !== 'held') return null;
  if (act === 'withdraw') return { state: stand.state === 'waiting' ? 'withdrawn' : stand.state, words: 'author' };
  if (act === 'release') return stand.state === 'approved' ? { ...stand, words: 'sent' } : null;
  if (stand.state !== 'waiting') return null;
  if (act === 'return') return { state: 'returned', words: 'author' };
  return { state: 'approved', words: act === 'approve' ? 'sent' : 'held' };
}

/** Whether somebody may decide about a reply. `named`: the rule names them, or a team of theirs. */
export const mayDecide = (who: { id: string | null; hasPermission: boolean; named: boolean }, authorId: string): boolean =>
  who.id !== null && who.id !== authorId && (who.hasPermission || who.named);
