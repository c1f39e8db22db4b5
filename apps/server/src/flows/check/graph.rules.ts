// Pure: the plan as a graph.
import type { FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';

/** Every step that may follow; null where the flow may end. */
export function edgesOf(step: FlowStep): (string | null)[] {
  switch (step.type) {
    case 'say':
    case 'ask':
    case 'answer':
      return [step.next];
    case 'buttons':
      return step.options.map(({ next }) => next);
    case 'branch':
      return [...step.rules.map(({ next }) => next), step.otherwise];
    case 'look_up':
    case 'identify':
      return [step.next, step.failed];
    case 'hand_off':
      return [];
  }
}

type Graph = ReadonlyMap<string, readonly string[]>;

const graphOf = ({ steps }: FlowPlan): Graph =>
  new Map(steps.map((step) => [step.id, edgesOf(step).filter((next) => next !== null)] as const));

/** The steps a customer can come to. */
export function reachedFrom(plan: FlowPlan): Set<string> {
  return plan.start === null ? new Set() : reach(graphOf(plan), [plan.start]);
}

/** The steps that lie on a round in which nobody is asked anything. Who is known already is not asked who they are. */
export function silentRounds(plan: FlowPlan): Set<string> {
  const silent = { ...plan, steps: plan.steps.filter(({ type }) => type !== 'buttons' && type !== 'ask') };
  const graph = graphOf(silent);
  return new Set([...graph].filter(([id, next]) => reach(graph, next).has(id)).map(([id]) => id));
}

function reach(graph: Graph, from: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(graph.get(id) ?? []));
  }
  return reached;
}
