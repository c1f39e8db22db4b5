// Pure: who sees which fact, and who looks at what.
import {
  agentSignedIn,
  apiKeyCreated,
  apiKeyRevoked,
  recoveryCodesRenewed,
  recoveryCodeUsed,
  sessionRevoked,
  twoFactorCodeRefused,
  twoFactorRequirementChanged,
  twoFactorReset,
  twoFactorTurnedOff,
  twoFactorTurnedOn,
} from '../agents/agents.events.ts';
import { mayHear } from '../conversations/whispers/whispers.rules.ts';
import { notificationRaised, notificationsRead } from '../notifications/notifications.events.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { identitySecretRevealed } from '../workspaces/workspaces.events.ts';

/** Who signed in where and who got hold of which secret: for the record, not for every screen. */
const KEPT_QUIET = new Set<string>(
  [
    agentSignedIn,
    sessionRevoked,
    twoFactorTurnedOn,
    twoFactorTurnedOff,
    twoFactorReset,
    twoFactorCodeRefused,
    twoFactorRequirementChanged,
    recoveryCodesRenewed,
    recoveryCodeUsed,
    apiKeyCreated,
    apiKeyRevoked,
    identitySecretRevealed,
  ].map(({ factName }) => factName),
);
export const isTold = (fact: { name: string }): boolean => !KEPT_QUIET.has(fact.name);

/** Whether a fact may go to a viewer: the same fence as the database's, for rows already read. */
export function maySee(viewer: Viewer, fact: { workspaceId: string; inboxId: string | null }): boolean {
  if (viewer.workspaceId !== fact.workspaceId) return false;
  return viewer.inboxes === 'all' || fact.inboxId === null || viewer.inboxes.includes(fact.inboxId);
}

/** What is for one agent alone: they who are told, or who have read. */
const FOR_ONE = new Set<string>([notificationRaised.factName, notificationsRead.factName]);

/** Whether a fact is one that this agent may hear of, however much else of it they may see. */
export const isForAgent = (fact: { name: string; data: unknown }, { agentId, viewer }: { agentId: string; viewer: Viewer }): boolean =>
  mayHear(viewer, fact) && (!FOR_ONE.has(fact.name) || (fact.data as { agentId?: string }).agentId === agentId);

export type Looking = { agentId: string; name: string; typing: boolean; supervises: boolean };

/** One line per agent however many windows they have open; typing in any of them counts. */
export function whoLooks(windows: readonly Looking[]): Looking[] {
  const byAgent = new Map<string, Looking>();
  for (const one of windows) {
    const known = byAgent.get(one.agentId);
    byAgent.set(one.agentId, known ? { ...known, typing: known.typing || one.typing } : one);
  }
  return [...byAgent.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}
