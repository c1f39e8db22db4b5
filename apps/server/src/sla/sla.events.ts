import type { Promised } from '@madoguchi/contract/promises.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. `round` tells a conversation's next answers apart; times are UTC ISO 8601. */
type Of = { promise: Promised; round: number; policyId: string; dueAt: string | null };

/** Which policy counts now; null: nothing is promised. */
export const policyApplied = fact('sla.policy_applied', 1)<{ policyId: string | null }>();
/** Once for each promise. `notify`: who is to be told now, by the policy. */
export const promiseWarned = fact('sla.warned', 1)<Of & { notify: ('assignee' | 'supervisors')[] }>();
export const promiseBreached = fact('sla.breached', 1)<Of & { at: string; notify: ('assignee' | 'supervisors')[] }>();
export const promiseMet = fact('sla.met', 1)<Of & { at: string }>();
/** The soonest promise of a conversation is another one, or due at another time, and no other fact of this room says so. */
export const dueChanged = fact('sla.due_changed', 1)<{ dueAt: string | null; promise: Promised | null }>();

export const policyCreated = fact('sla.policy_created', 1)<{ policyId: string; name: string }>();
export const policyUpdated = fact('sla.policy_updated', 1)<{ policyId: string; name: string }>();
export const policyRemoved = fact('sla.policy_removed', 1)<{ policyId: string; name: string }>();
export const policiesOrdered = fact('sla.policies_ordered', 1)<{ policyIds: string[] }>();
