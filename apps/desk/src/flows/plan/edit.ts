import type { FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';
import { exitsOf, mapExits } from './exits.ts';
import { freshId, freshName, namesIn, type Point } from './new-step.ts';

/** An exit of a step; `from: null` is the beginning of the flow. */
export type From = { from: string | null; exit: string };

const each = (plan: FlowPlan, change: (step: FlowStep) => FlowStep): FlowPlan => ({ ...plan, steps: plan.steps.map(change) });

/** Puts a step as it is now in the place of the one with its id. */
export const replaceStep = (plan: FlowPlan, step: FlowStep): FlowPlan => each(plan, (one) => (one.id === step.id ? step : one));

/** Leads an exit to a step, or frees it (`to: null`). */
export function connect(plan: FlowPlan, { from, exit }: From, to: string | null): FlowPlan {
  if (from === null) return { ...plan, start: to };
  return each(plan, (step) => (step.id === from ? mapExits(step, (one) => (one.id === exit ? to : one.to)) : step));
}

/** Adds a step and leads an exit to it. The first step of a flow is its beginning. */
export function addStep(plan: FlowPlan, step: FlowStep, from: From | null): FlowPlan {
  const added: FlowPlan = { ...plan, start: plan.steps.length === 0 ? step.id : plan.start, steps: [...plan.steps, step] };
  return from ? connect(added, from, step.id) : added;
}

/** Adds a step in the middle of a way: what the exit led to before follows the new step's first exit. */
export function insertStep(plan: FlowPlan, step: FlowStep, from: From): FlowPlan {
  const before = from.from === null ? plan.start : plan.steps.find(({ id }) => id === from.from);
  const to = typeof before === 'object' && before ? exitsOf(before).find(({ id }) => id === from.exit)?.to : before;
  const added = addStep(plan, step, from);
  const [first] = exitsOf(step);
  return to && first ? connect(added, { from: step.id, exit: first.id }, to) : added;
}

/** Takes steps out. Whatever led to one of them leads to nothing; if the flow began there, it has no beginning. */
export function removeSteps(plan: FlowPlan, ids: readonly string[]): FlowPlan {
  const gone = new Set(ids);
  const lead = (to: string | null) => (to !== null && gone.has(to) ? null : to);
  const steps = plan.steps.filter(({ id }) => !gone.has(id)).map((step) => mapExits(step, ({ to }) => lead(to)));
  return { ...plan, start: lead(plan.start), steps };
}

/** Moves steps to where they were dragged; the rest stays where it is. */
export const moveSteps = (plan: FlowPlan, places: Readonly<Record<string, Point>>): FlowPlan =>
  each(plan, (step) => (places[step.id] ? { ...step, place: places[step.id]! } : step));

/** The same step once more, a little lower. Its exits lead where the first one's do; nothing leads to it. An answer gets a name of its own. */
export function copyOf(plan: FlowPlan, step: FlowStep, id = freshId()): FlowStep {
  const copy = { ...structuredClone(step), id, place: { x: step.place.x + 32, y: step.place.y + 48 } };
  return copy.type === 'ask' ? { ...copy, field: freshName(namesIn(plan), copy.field) } : copy;
}

/** A list with the element at `at` moved by one; the same list when it cannot move further. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const to = at + by;
  const next = [...list];
  if (to < 0 || to >= list.length) return next;
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}
