// Pure: which facts of the log change who may do what.

import { inboxCreated, inboxUpdated } from '../../workspaces/workspaces.events.ts';
import {
  agentDeactivated,
  agentUpdated,
  apiKeyRevoked,
  roleRemoved,
  roleUpdated,
  sessionRevoked,
  teamCreated,
  teamUpdated,
} from '../agents.events.ts';
import type { AccessChange } from '../agents.types.ts';

type Told = { change: AccessChange; keyId?: undefined } | { keyId: string; change?: undefined };

const ofOneAgent = new Set<string>([agentUpdated.factName, agentDeactivated.factName, sessionRevoked.factName]);
const ofAnybody = new Set<string>([
  roleUpdated.factName,
  roleRemoved.factName,
  teamCreated.factName,
  teamUpdated.factName,
  inboxCreated.factName,
  inboxUpdated.factName,
]);

/** What a fact says about rights; null when nothing. */
export function changeToldBy(fact: { name: string; workspace_id: string; data: unknown }): Told | null {
  const data = fact.data as { agentId?: string; sessionId?: string | null; keyId?: string };
  if (fact.name === apiKeyRevoked.factName) return { keyId: data.keyId! };
  if (ofAnybody.has(fact.name)) return { change: { workspaceId: fact.workspace_id, agentId: null, sessionId: null } };
  if (!ofOneAgent.has(fact.name)) return null;
  return { change: { workspaceId: fact.workspace_id, agentId: data.agentId!, sessionId: data.sessionId ?? null } };
}
