import {
  type CustomRole,
  type OfferedPermission,
  type PermissionGroup,
  permissionGroups,
  type RoleBody,
  wholeSightPermissions,
} from '@madoguchi/contract/roles.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';

export const groups = Object.keys(permissionGroups) as PermissionGroup[];
export const offered: readonly OfferedPermission[] = Object.values(permissionGroups).flat();

/** `conversation.read` → `conversation_read`, as keys of words have it. */
export const wordOf = <P extends OfferedPermission>(permission: P) =>
  permission.replace('.', '_') as P extends `${infer A}.${infer B}` ? `${A}_${B}` : never;

/** What a built-in role may, of what can be given. */
export const permissionsFrom = (all: readonly string[]): OfferedPermission[] => offered.filter((one) => all.includes(one));

export const valuesOf = ({ id: _id, agents: _agents, ...body }: CustomRole): RoleBody => body;

/** Whether a right can be given to a role that sees this much. */
export const isOpen = (permission: OfferedPermission, { sees }: Pick<RoleBody, 'sees'>): boolean =>
  sees === 'inboxes' || !wholeSightPermissions.includes(permission);

/** The values with another sight: what it cannot have goes. */
export const seeing = (values: RoleBody, sees: RoleBody['sees']): RoleBody => ({
  ...values,
  sees,
  permissions: values.permissions.filter((one) => isOpen(one, { sees })),
});

export const bodyOf = (values: RoleBody): RoleBody => ({ ...values, name: values.name.trim() });

export const roleFaults = ({ name }: RoleBody): Faults => faults({ name: textFault(name, 60) });
