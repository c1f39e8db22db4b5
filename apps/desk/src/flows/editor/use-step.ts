import type { FlowStepType } from '@madoguchi/contract/flows.ts';
import { addStep, copyOf, type From, insertStep, removeSteps } from '../plan/edit.ts';
import { exitsOf } from '../plan/exits.ts';
import { freePlace, placeAfter } from '../plan/free-place.ts';
import { freshId, newStep, type Point } from '../plan/new-step.ts';
import { useFlow } from './flow-context.ts';

/** Adding, copying and removing steps, each with what is chosen afterwards. */
export function useStepActions() {
  const { plan, edit, select, selected, goTo } = useFlow();
  const stepOf = (id: string | null | undefined) => plan.steps.find((step) => step.id === id);

  /** Adds a step after an exit, at `place` or to the right of where it comes from. */
  const add = (type: FlowStepType, from: From | null, place?: Point) => {
    const id = freshId();
    edit((now) => {
      const before = now.steps.find((step) => step.id === from?.from);
      const at = place ?? (before ? placeAfter(now, before.place) : freePlace(now, { x: 0, y: 0 }));
      const step = newStep(type, at, now, id);
      // A way drawn anew by hand leads away from where it led; a step chosen in the panel goes into the way.
      return from && !place ? insertStep(now, step, from) : addStep(now, step, from);
    });
    // Where somebody dropped it, it is in view already: the canvas stays still.
    if (place) select([id]);
    else goTo(id);
  };

  /** The exit that a step added without one belongs to: the first free one of the step that is chosen. */
  const freeExit = (): From | null => {
    const step = selected.length === 1 ? stepOf(selected[0]) : undefined;
    const exit = step && exitsOf(step).find(({ to }) => to === null);
    if (step && exit) return { from: step.id, exit: exit.id };
    return plan.start === null ? { from: null, exit: 'start' } : null;
  };

  const duplicate = (id: string) => {
    const step = stepOf(id);
    if (!step) return;
    const copy = freshId();
    edit((now) => {
      const twin = copyOf(now, step, copy);
      return addStep(now, { ...twin, place: freePlace(now, twin.place) }, null);
    });
    goTo(copy);
  };

  const remove = (ids: readonly string[]) => {
    edit((now) => removeSteps(now, ids));
    select([]);
  };

  return { add, freeExit, duplicate, remove };
}
