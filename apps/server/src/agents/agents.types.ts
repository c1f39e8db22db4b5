import type { Role } from '@madoguchi/contract/agents.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import type { Permission } from './agents.permissions.ts';

/** What stands behind a session: an agent who may act now. */
export type AgentAccess = {
  kind: 'agent';
  sessionId: string;
  accountId: string;
  agentId: string;
  name: string;
  role: Role;
  viewer: Viewer;
  permissions: ReadonlySet<Permission>;
};

/** What stands behind an API key. */
export type KeyAccess = { kind: 'api'; keyId: string; name: string; role: Role; viewer: Viewer; permissions: ReadonlySet<Permission> };

/**
 * Somebody's rights changed or ended. `agentId` null: anybody's in the workspace may have; `sessionId` null: in every session.
 * Whoever holds a right for long (an open socket) asks again.
 */
export type AccessChange = { workspaceId: string; agentId: string | null; sessionId: string | null };

export type NewAgent = { name: string; email: string; role: Role; roleId?: string | undefined; password: string; locale: Locale };

export type AgentChange = { name?: string; role?: Role; roleId?: string; active?: boolean; password?: string };
