import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { type Edge, MarkerType } from '@xyflow/react';
import type { From } from '../plan/edit.ts';
import { waysOf } from '../plan/exits.ts';
import type { Point } from '../plan/new-step.ts';

/** The marker that shows where the flow begins. No step can have this id. */
export const START = '#start';

export type WayEdge = Edge<{ way: From }>;

/** Every way as a line on the canvas, the beginning among them. */
export function edgesOf(plan: FlowPlan, name: (from: string | null, to: string) => string, selected: string | null): WayEdge[] {
  const begins = plan.steps.some(({ id }) => id === plan.start) ? [{ from: null, exit: 'start', to: plan.start! }] : [];
  return [...begins, ...waysOf(plan)].map(({ from, exit, to }) => {
    const id = `${from ?? START}/${exit}`;
    return {
      id,
      source: from ?? START,
      sourceHandle: exit,
      target: to,
      targetHandle: 'in',
      selected: id === selected,
      ariaLabel: name(from, to),
      data: { way: { from, exit } },
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--line-strong)' },
    };
  });
}

/** Left of where the flow begins; left of everything while it begins nowhere. */
export function startPlace({ start, steps }: FlowPlan): Point {
  const first = steps.find(({ id }) => id === start);
  if (first) return { x: first.place.x - 136, y: first.place.y + 12 };
  return { x: Math.min(0, ...steps.map(({ place }) => place.x)) - 136, y: 12 };
}
