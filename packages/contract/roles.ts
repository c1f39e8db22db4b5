import { z } from 'zod';
import { role } from './agents.ts';
import { id, idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * What a role that a company makes itself can be given, in groups as screens show them. What decides who sees and may what (people, teams, inboxes,
 * keys, the workspace itself, how long anything is kept) is for owners and admins alone and stands in none of them.
 */
export const permissionGroups = {
  conversations: [
    'conversation.read',
    'conversation.reply',
    'conversation.note',
    'conversation.whisper',
    'conversation.assign',
    'conversation.status',
    'conversation.tag',
    'reply.approve',
  ],
  customers: ['customer.read', 'customer.write', 'customer.merge', 'commerce.write', 'customer.export', 'customer.erase', 'import.run'],
  knowledge: ['knowledge.read', 'knowledge.write', 'canned.read', 'canned.write'],
  company: ['agent.read', 'workspace.read', 'board.read', 'routing.manage', 'automation.manage', 'commerce.manage', 'audit.read'],
} as const;
export type PermissionGroup = keyof typeof permissionGroups;
export type OfferedPermission = (typeof permissionGroups)[PermissionGroup][number];
const offered = z.enum(Object.values(permissionGroups).flat() as [OfferedPermission, ...OfferedPermission[]]);

/** These reach everybody the company knows, whoever has their conversations: they need the sight of all of them. */
export const wholeSightPermissions: readonly OfferedPermission[] = ['customer.erase', 'import.run', 'automation.manage'];

/** Of the conversations of one's inboxes: all, those of one's teams and team mates, or one's own. */
export const sees = z.enum(['inboxes', 'own_team', 'own']);
export type Sees = z.infer<typeof sees>;
export const roleBase = role.extract(['supervisor', 'agent']);

export const roleBody = z.object({
  name: personText(60).trim().min(1),
  /** The built-in role that it is made from, as which it counts wherever those are compared. */
  base: roleBase,
  permissions: z.array(offered).max(100),
  sees,
  /** With `own_team` and `own`: also those that no agent and no team has. */
  unassigned: z.boolean(),
});
export type RoleBody = z.infer<typeof roleBody>;
/** `agents`: how many active ones have it. */
export const customRole = roleBody.extend({ id: id('rol'), agents: z.number().int() });
export type CustomRole = z.infer<typeof customRole>;

export const listRoles = endpoint('GET', '/api/roles', {
  summary: 'The roles of the workspace: those that are built in, and its own',
  response: z.object({
    builtIn: z.array(z.object({ role, permissions: z.array(z.string()), agents: z.number().int() })),
    items: z.array(customRole),
  }),
});
/** 403 forbidden for a right that one does not have oneself; 409 role.name_taken; 409 role.needs_sight for a right that needs wider sight. */
export const createRole = endpoint('POST', '/api/roles', { summary: 'Add a role', body: roleBody, response: customRole, status: 201 });
/** As for a new one. Takes effect at once, also for those who are signed in. */
export const updateRole = endpoint('PUT', '/api/roles/:id', {
  summary: 'Change a role',
  params: idParam('rol'),
  body: roleBody,
  response: customRole,
});
/** 409 role.in_use while agents have it and `replaceBy`, a role of the workspace's own or a built-in one, is not said. */
export const removeRole = endpoint('DELETE', '/api/roles/:id', {
  summary: 'Remove a role; whoever has it gets another one',
  params: idParam('rol'),
  query: z.object({ replaceBy: z.union([id('rol'), roleBase]).optional() }),
});
