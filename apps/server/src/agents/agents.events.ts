import type { Role } from '@madoguchi/contract/agents.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. Addresses, passwords and secrets stay out of them. */
export const agentCreated = fact('agent.created', 1)<{ agentId: string; name: string; role: Role }>();
/** `changed`: name, role, locale, password or active (again). */
export const agentUpdated = fact('agent.updated', 1)<{ agentId: string; changed: string[]; role: Role }>();
export const agentDeactivated = fact('agent.deactivated', 1)<{ agentId: string }>();
export const agentSignedIn = fact('agent.signed_in', 1)<{ agentId: string; sessionId: string }>();
/** `sessionId` null: every session of the agent but the one that did it. */
export const sessionRevoked = fact('session.revoked', 1)<{
  agentId: string;
  sessionId: string | null;
  because: 'signed_out' | 'revoked' | 'password_changed' | 'two_factor' | 'by_provider';
}>();

export const roleCreated = fact('role.created', 1)<{ roleId: string; name: string }>();
/** `changed`: name, base, permissions, sees or unassigned. */
export const roleUpdated = fact('role.updated', 1)<{ roleId: string; name: string; changed: string[] }>();
/** `agents`: how many had it, and have another one now. */
export const roleRemoved = fact('role.removed', 1)<{ roleId: string; name: string; agents: number }>();

export const teamCreated = fact('team.created', 1)<{ teamId: string; name: string; memberIds: string[] }>();
export const teamUpdated = fact('team.updated', 1)<{ teamId: string; name: string; memberIds: string[] }>();

export const apiKeyCreated = fact('api_key.created', 1)<{ keyId: string; name: string; role: Role }>();
export const apiKeyRevoked = fact('api_key.revoked', 1)<{ keyId: string; name: string }>();

export const twoFactorTurnedOn = fact('two_factor.turned_on', 1)<{ agentId: string }>();
export const twoFactorTurnedOff = fact('two_factor.turned_off', 1)<{ agentId: string }>();
/** By somebody else: the device was lost. */
export const twoFactorReset = fact('two_factor.reset', 1)<{ agentId: string }>();
/** The password was right, the code was not. */
export const twoFactorCodeRefused = fact('two_factor.code_refused', 1)<{ agentId: string }>();
export const recoveryCodesRenewed = fact('two_factor.recovery_codes_renewed', 1)<{ agentId: string }>();
export const recoveryCodeUsed = fact('two_factor.recovery_code_used', 1)<{ agentId: string; left: number }>();
export const twoFactorRequirementChanged = fact('two_factor.requirement_changed', 1)<{ required: boolean }>();

/** `changed`: names of settings. */
export const singleSignOnChanged = fact('single_sign_on.changed', 1)<{ changed: string[]; enabled: boolean; required: boolean }>();
/** `because`: why it failed; null: it went well. */
export const singleSignOnTested = fact('single_sign_on.tested', 1)<{ because: string | null }>();
export const singleSignOnLinked = fact('single_sign_on.linked', 1)<{ agentId: string }>();
export const singleSignOnUnlinked = fact('single_sign_on.unlinked', 1)<{ agentId: string }>();
/** Who came for the first time became an agent. */
export const singleSignOnAgentMade = fact('single_sign_on.agent_made', 1)<{ agentId: string; role: Role }>();
/** The groups at the provider gave another role. */
export const singleSignOnRoleGiven = fact('single_sign_on.role_given', 1)<{ agentId: string; from: Role; to: Role }>();

export const passkeyAdded = fact('passkey.added', 1)<{ agentId: string; name: string }>();
export const passkeyRemoved = fact('passkey.removed', 1)<{ agentId: string; name: string }>();
/** The passkey is known, its answer was wrong. */
export const passkeySignInRefused = fact('passkey.refused', 1)<{ agentId: string }>();
