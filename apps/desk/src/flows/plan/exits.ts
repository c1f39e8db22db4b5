import type { FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';

/** A way out of a step: `next`, `otherwise`, `failed`, `option:<id>` or `rule:<position>`. `to`: the step that follows; null ends the flow. */
export type Exit = { id: string; to: string | null };

/** Every way out of a step, in the order in which they are shown. A hand-off has none: a person goes on. */
export function exitsOf(step: FlowStep): Exit[] {
  switch (step.type) {
    case 'buttons':
      return step.options.map(({ id, next }) => ({ id: `option:${id}`, to: next }));
    case 'branch':
      return [...step.rules.map(({ next }, at) => ({ id: `rule:${at}`, to: next })), { id: 'otherwise', to: step.otherwise }];
    case 'identify':
    case 'look_up':
      return [
        { id: 'next', to: step.next },
        { id: 'failed', to: step.failed },
      ];
    case 'hand_off':
      return [];
    default:
      return [{ id: 'next', to: step.next }];
  }
}

/** The step with every exit led through `lead`; the same object when nothing changes. */
export function mapExits(step: FlowStep, lead: (exit: Exit) => string | null): FlowStep {
  const exits = exitsOf(step);
  const led = new Map(exits.map((exit) => [exit.id, lead(exit)]));
  if (exits.every(({ id, to }) => led.get(id) === to)) return step;
  const to = (id: string) => led.get(id) ?? null;
  switch (step.type) {
    case 'buttons':
      return { ...step, options: step.options.map((option) => ({ ...option, next: to(`option:${option.id}`) })) };
    case 'branch':
      return { ...step, rules: step.rules.map((rule, at) => ({ ...rule, next: to(`rule:${at}`) })), otherwise: to('otherwise') };
    case 'identify':
    case 'look_up':
      return { ...step, next: to('next'), failed: to('failed') };
    case 'hand_off':
      return step;
    default:
      return { ...step, next: to('next') };
  }
}

/** Every way from one step to another that is there: an exit that leads nowhere, or to a step that is gone, is left out. */
export function waysOf(plan: Pick<FlowPlan, 'steps'>): { from: string; exit: string; to: string }[] {
  const there = new Set(plan.steps.map(({ id }) => id));
  return plan.steps.flatMap((step) =>
    exitsOf(step).flatMap(({ id, to }) => (to !== null && there.has(to) ? [{ from: step.id, exit: id, to }] : [])),
  );
}
