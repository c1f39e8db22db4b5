import type { Agent, Role } from '@madoguchi/contract/agents.ts';

export const roles = ['owner', 'admin', 'supervisor', 'agent'] as const satisfies readonly Role[];

/** Only owners make owners. */
export const rolesToGive = (mine: Role): Role[] => roles.filter((role) => role !== 'owner' || mine === 'owner');

/** What somebody has, as a choice: a role of the company's own by its id, or a built-in one by its name. */
export const roleValueOf = ({ role, customRole }: Pick<Agent, 'role' | 'customRole'>): string => customRole?.id ?? role;

/** A choice as the server takes it. */
export const roleChange = (value: string): { role: Role } | { roleId: string } =>
  value.startsWith('rol_') ? { roleId: value } : { role: value as Role };

export const isLastOwner = (agent: Agent, agents: readonly Agent[]): boolean =>
  agent.role === 'owner' && agent.active && !agents.some((other) => other.id !== agent.id && other.role === 'owner' && other.active);

/** Why role, password and activity of somebody cannot be changed here; null when they can. The server decides again. */
export function lockOf(agent: Agent, agents: readonly Agent[], me: Agent): 'last_owner' | 'owners_only' | null {
  if (agent.role === 'owner' && me.role !== 'owner') return 'owners_only';
  return isLastOwner(agent, agents) ? 'last_owner' : null;
}

/** Owners first, then by role, those who left last; within that as the server lists them. */
export const inOrder = (agents: readonly Agent[]): Agent[] =>
  [...agents].sort((a, b) => Number(b.active) - Number(a.active) || roles.indexOf(a.role) - roles.indexOf(b.role));
