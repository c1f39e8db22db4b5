import type { FlowPlan, FlowTrigger } from '@madoguchi/contract/flows.ts';

/** What the contract takes as the name of an answer. */
export const isName = (text: string): boolean => /^[a-z][a-z0-9_]{0,39}$/.test(text);

function isWhole(trigger: FlowTrigger): boolean {
  if (trigger.kind === 'words') return trigger.words.length > 0;
  if (trigger.kind === 'page') return trigger.contains.trim() !== '';
  return trigger.kind !== 'article' || trigger.articleId !== '';
}

/** The plan as the server takes it: without rows that were begun and left empty, and never without a name. */
export function tidyPlan(plan: FlowPlan, untitled: string): FlowPlan {
  return {
    name: plan.name.trim() || untitled,
    triggers: plan.triggers.filter(isWhole),
    start: plan.start,
    steps: plan.steps.map((step) =>
      step.type === 'look_up' ? { ...step, keep: step.keep.filter(({ field, path }) => isName(field) && path.trim() !== '') } : step,
    ),
  };
}
