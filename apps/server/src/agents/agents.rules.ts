// Pure: who may change whom.
import type { Role } from '@madoguchi/contract/agents.ts';
import type { AgentChange } from './agents.types.ts';

/** Who wishes the change; `id` null for the product itself. */
export type Changer = { id: string | null; role: Role };
export type AgentState = { id: string; role: Role; active: boolean };
export type ChangeRefusal = 'forbidden' | 'last_owner';

/** Only owners make owners. */
export const mayGiveRole = (by: Changer, role: Role): boolean => role !== 'owner' || by.role === 'owner';

/**
 * Why a change to an agent cannot be. Role, password and activity of an owner are for owners; one's own password is changed where
 * the old one is asked for; an active owner always remains.
 */
export function refuseAgentChange(by: Changer, agent: AgentState, change: AgentChange, otherActiveOwners: number): ChangeRefusal | null {
  const touchesAccess = change.role !== undefined || change.password !== undefined || change.active !== undefined;
  if (agent.role === 'owner' && touchesAccess && by.role !== 'owner') return 'forbidden';
  if (change.role !== undefined && !mayGiveRole(by, change.role)) return 'forbidden';
  if (change.password !== undefined && by.id === agent.id) return 'forbidden';

  const isOwner = agent.role === 'owner' && agent.active;
  const staysOwner = (change.role ?? agent.role) === 'owner' && (change.active ?? agent.active);
  return isOwner && !staysOwner && otherActiveOwners === 0 ? 'last_owner' : null;
}
