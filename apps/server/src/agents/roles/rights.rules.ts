// Pure: what a role gives, and whether one goes beyond another.

import type { Role } from '@madoguchi/contract/agents.ts';
import { type RoleBody, type Sees, wholeSightPermissions } from '@madoguchi/contract/roles.ts';
import type { Sight, Viewer } from '../../platform/db/viewer.ts';
import { type Permission, permissionsOf, seesEveryInbox } from '../agents.permissions.ts';

/** What somebody may do and see. `sees` all: every inbox, whoever its teams are. */
export type Rights = { permissions: ReadonlySet<Permission>; sees: 'all' | Sees; unassigned: boolean };

export const rightsOfBuiltIn = (role: Role): Rights => ({
  permissions: permissionsOf(role),
  sees: seesEveryInbox(role) ? 'all' : 'inboxes',
  unassigned: true,
});

export const rightsOfCustom = (role: { permissions: readonly string[]; sees: string; unassigned: boolean }): Rights => ({
  permissions: new Set(role.permissions as Permission[]),
  sees: role.sees as Sees,
  unassigned: role.sees === 'inboxes' || role.unassigned,
});

const WIDTH = { own: 0, own_team: 1, inboxes: 2, all: 3 } as const satisfies Record<Rights['sees'], number>;

/** Whether rights go beyond those of whoever would give them: nobody gives what they do not have. */
export function exceeds(wanted: Rights, by: Rights): boolean {
  if ([...wanted.permissions].some((permission) => !by.permissions.has(permission))) return true;
  return WIDTH[wanted.sees] > WIDTH[by.sees] || (wanted.unassigned && !by.unassigned);
}

/** Why a role cannot be made or changed to this; null when it can. */
export function refuseRole(by: Rights, wish: RoleBody): 'forbidden' | 'needs_sight' | null {
  if (!by.permissions.has('agent.manage') || exceeds(rightsOfCustom(wish), by)) return 'forbidden';
  return wish.sees !== 'inboxes' && wish.permissions.some((one) => wholeSightPermissions.includes(one)) ? 'needs_sight' : null;
}

/** What of the conversations rights let an agent see; undefined: all those of their inboxes. */
export function sightOf(
  rights: Rights,
  agentId: string,
  teams: readonly { id: string; memberIds: readonly string[] }[],
): Sight | undefined {
  const { sees, unassigned } = rights;
  if (sees === 'all' || sees === 'inboxes') return undefined;
  if (sees === 'own') return { agentId, agents: [agentId], teams: [], unassigned };
  const mates = teams.flatMap(({ memberIds }) => memberIds);
  return { agentId, agents: [...new Set([agentId, ...mates])].sort(), teams: teams.map(({ id }) => id), unassigned };
}

/** Where a conversation stands: its inbox, and who has it. */
export type Place = { inboxId: string; agentId: string | null; teamId: string | null };

/** Whether a viewer sees a conversation that stands there: the same fence as the database's, but for what is offered or in hand just now. */
export function seesPlace({ inboxes, sight }: Pick<Viewer, 'inboxes' | 'sight'>, { inboxId, agentId, teamId }: Place): boolean {
  if (inboxes !== 'all' && !inboxes.includes(inboxId)) return false;
  if (!sight) return true;
  if (agentId === null && teamId === null) return sight.unassigned;
  return (agentId !== null && sight.agents.includes(agentId)) || (teamId !== null && sight.teams.includes(teamId));
}
