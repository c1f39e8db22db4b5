import type { Role } from '@madoguchi/contract/agents.ts';

/** Everything that can be allowed; a route names one of these. */
export const permissions = [
  'conversation.read',
  'conversation.reply',
  'conversation.note',
  'conversation.whisper',
  'reply.approve',
  'conversation.assign',
  'conversation.status',
  'conversation.tag',
  'customer.read',
  'customer.write',
  'customer.merge',
  'customer.export',
  'customer.erase',
  'commerce.write',
  'commerce.manage',
  'knowledge.read',
  'knowledge.write',
  'canned.read',
  'canned.write',
  'agent.read',
  'agent.manage',
  'workspace.read',
  'workspace.manage',
  'routing.manage',
  'board.read',
  'automation.manage',
  'inbox.manage',
  'api_key.manage',
  'import.run',
  'audit.read',
  'retention.manage',
] as const;
export type Permission = (typeof permissions)[number];

const forAgents: readonly Permission[] = [
  'conversation.read',
  'conversation.reply',
  'conversation.note',
  'conversation.assign',
  'conversation.status',
  'conversation.tag',
  'customer.read',
  'customer.write',
  'customer.merge',
  'commerce.write',
  'knowledge.read',
  'canned.read',
  'agent.read',
  'workspace.read',
];

const byRole: Record<Role, ReadonlySet<Permission>> = {
  agent: new Set(forAgents),
  supervisor: new Set([
    ...forAgents,
    'conversation.whisper',
    'reply.approve',
    'knowledge.write',
    'canned.write',
    'routing.manage',
    'board.read',
    'automation.manage',
  ]),
  admin: new Set(permissions),
  owner: new Set(permissions),
};

/** What a role may do. What sets an owner apart is not a permission but a rule: only owners make, change and end owners. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => byRole[role];

/** Owners and admins see every inbox, whoever its teams are. */
export const seesEveryInbox = (role: Role): boolean => role === 'owner' || role === 'admin';
