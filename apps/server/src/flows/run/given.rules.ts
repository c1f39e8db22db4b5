// Pure: what steps give names to.
import { type FlowStep, ownAnswers } from '@madoguchi/contract/flows.ts';

/** The answers that a step gives: asked for, kept of another server's answer, or told of the customer's own. */
export function givenBy(step: FlowStep): readonly string[] {
  if (step.type === 'ask') return [step.field];
  if (step.type !== 'look_up') return [];
  return step.of === 'address' ? step.keep.map(({ field }) => field) : ownAnswers[step.of];
}
