import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { type FlowDesk, useFlow } from '../editor/flow-context.ts';
import { faultWord } from '../panel/fault-word.ts';
import { moveSteps } from '../plan/edit.ts';
import { exitsOf } from '../plan/exits.ts';
import type { Point } from '../plan/new-step.ts';
import { stepLooks } from '../step-looks.ts';
import type { StepNodeData } from './step-node.tsx';
import { START, startPlace } from './to-canvas.ts';

type Size = { width: number; height: number };

function dataOf(desk: FlowDesk): Map<string, StepNodeData> {
  const faults = Map.groupBy(desk.faults, ({ stepId }) => stepId);
  return new Map(
    desk.plan.steps.map((step) => [
      step.id,
      {
        step,
        text: desk.textOf(step),
        exits: exitsOf(step).map(({ id, to }) => ({ id, name: desk.exitName(step, id), free: to === null })),
        faults: faults.get(step.id) ?? [],
        figures: desk.figures ? (desk.figures.get(step.id) ?? { reached: 0, left: 0 }) : null,
        here: desk.here === step.id,
        fixed: desk.readOnly,
      },
    ]),
  );
}

/** The cards on the canvas, made from the plan; only what is being dragged, and how large cards turned out, is the canvas's own. */
export function useCanvasNodes() {
  const t = useAdminWords();
  const desk = useFlow();
  const { plan, edit, readOnly, selected, select } = desk;
  const [dragged, setDragged] = useState<Record<string, Point>>({});
  const [sizes, setSizes] = useState<Record<string, Size>>({});
  const data = useMemo(() => dataOf(desk), [desk]);
  const nodes = useMemo(() => {
    const chosen = new Set(selected);
    const steps = plan.steps.map((step) => {
      const own = data.get(step.id)!;
      const told = own.faults.map(({ code }) => t(faultWord(code)));
      return {
        id: step.id,
        type: 'step' as const,
        position: dragged[step.id] ?? step.place,
        measured: sizes[step.id],
        selected: chosen.has(step.id),
        ariaLabel: [desk.nameOf(step.id), t(stepLooks[step.type].word), ...told].join(' · '),
        data: own,
      };
    });
    const start = {
      id: START,
      type: 'start' as const,
      position: startPlace({ ...plan, steps: steps.map(({ data: { step }, position }) => ({ ...step, place: position })) }),
      measured: sizes[START],
      draggable: false,
      selectable: false,
      deletable: false,
      focusable: false,
      connectable: !readOnly,
      data: {},
    };
    return plan.steps.length > 0 ? [start, ...steps] : steps;
  }, [plan, data, dragged, sizes, selected, readOnly, desk, t]);

  const onNodesChange = (changes: NodeChange[]) => {
    const moves: Record<string, Point> = {};
    const held: Record<string, Point> = {};
    const measured: Record<string, Size> = {};
    const chosen = new Set(selected);
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) measured[change.id] = change.dimensions;
      if (change.type === 'position' && change.position) (change.dragging ? held : moves)[change.id] = change.position;
      if (change.type === 'select') chosen[change.selected ? 'add' : 'delete'](change.id);
    }
    if (Object.keys(measured).length > 0) setSizes((now) => ({ ...now, ...measured }));
    if (Object.keys(held).length > 0) setDragged((now) => ({ ...now, ...held }));
    if (Object.keys(moves).length > 0) {
      const whole = Object.entries(moves).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }] as const);
      setDragged((now) => Object.fromEntries(Object.entries(now).filter(([id]) => !moves[id])));
      if (!readOnly) edit((now) => moveSteps(now, Object.fromEntries(whole)), `move ${Object.keys(moves).join()}`);
    }
    if (changes.some(({ type }) => type === 'select')) select([...chosen]);
  };

  return { nodes, sizes, onNodesChange };
}
