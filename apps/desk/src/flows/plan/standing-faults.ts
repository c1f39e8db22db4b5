import type { FlowFault, FlowPlan } from '@madoguchi/contract/flows.ts';
import { sameValue } from '../../admin/same-value.ts';

/** What a fault is about beyond its own step: a way or a beginning changed elsewhere may have mended it. */
const aboutWays = new Set(['start.missing', 'step.missing', 'step.unreachable', 'step.repeated', 'cycle.silent']);

const shape = ({ start, steps }: FlowPlan) => ({ start, steps: steps.map((step) => ({ ...step, place: null })) });

/**
 * The faults found in the saved plan that may still be there in the plan as it is now: a step that was written in since has to be
 * checked again by saving, and so has everything about ways once anything changed.
 */
export function standingFaults(faults: readonly FlowFault[], saved: FlowPlan, now: FlowPlan): FlowFault[] {
  if (faults.length === 0 || sameValue(shape(saved), shape(now))) return [...faults];
  const unplaced = (plan: FlowPlan, id: string | null) => {
    const step = plan.steps.find((one) => one.id === id);
    return step && { ...step, place: null };
  };
  return faults.filter(({ code, stepId }) => {
    if (aboutWays.has(code)) return false;
    const step = unplaced(now, stepId);
    return stepId === null || (step !== undefined && sameValue(unplaced(saved, stepId), step));
  });
}
