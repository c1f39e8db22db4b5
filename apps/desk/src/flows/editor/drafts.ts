import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { readStored, writeStored } from '../../app/storage.ts';

/** What was drawn and not saved: kept on this machine until it is saved or thrown away. */
export type Draft = {
  plan: FlowPlan;
  /** The saved state from which it started. */
  base: { plan: FlowPlan; version: number };
  /** ISO 8601. */
  at: string;
};

/** Agents may share a machine: each sees only the drafts of their own. */
const keyOf = (agentId: string, flowId: string) => `madoguchi.flow.${agentId}.${flowId}`;

export function readDraft(agentId: string, flowId: string): Draft | null {
  const text = readStored(keyOf(agentId, flowId));
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    return Array.isArray(draft.plan?.steps) && Array.isArray(draft.base?.plan?.steps) ? draft : null;
  } catch {
    return null;
  }
}

export const writeDraft = (agentId: string, flowId: string, draft: Draft | null): void =>
  writeStored(keyOf(agentId, flowId), draft && JSON.stringify(draft));
