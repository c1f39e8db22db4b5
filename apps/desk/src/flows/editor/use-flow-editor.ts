import { ProblemError } from '@madoguchi/client/client.ts';
import { type Flow, type FlowFault, type FlowPlan, flowFault, getFlow, updateFlow } from '@madoguchi/contract/flows.ts';
import { useEffect, useState } from 'react';
import { sameValue } from '../../admin/same-value.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { writeStatus } from '../flows.mutations.ts';
import { keys, listChanged } from '../flows.queries.ts';
import { moveSteps } from '../plan/edit.ts';
import { layout } from '../plan/layout.ts';
import { standingFaults } from '../plan/standing-faults.ts';
import { tidyPlan } from '../plan/tidy.ts';
import { readDraft, writeDraft } from './drafts.ts';
import { usePlan } from './use-plan.ts';

type Opened = { flow: Flow; faults: readonly FlowFault[] };
type Failure = { at: 'save' | 'publish'; error: unknown };

/** The drawable part of a flow. One made by a program, with every step in the same place, is laid out so that it can be seen. */
export function planOf({ name, triggers, start, steps }: FlowPlan): FlowPlan {
  const plan = { name, triggers, start, steps };
  const isHeap = steps.length > 1 && steps.every(({ place }) => sameValue(place, steps[0]!.place));
  return isHeap ? moveSteps(plan, layout(plan)) : plan;
}

/**
 * A flow being drawn: what is saved, what is changed, what stands in the way. Every change is kept on this machine until it is saved.
 * `untitled`: the name of a flow that has none. `conflict` is the flow as a colleague saved it meanwhile; nothing is overwritten before somebody decides.
 */
export function useFlowEditor(agentId: string, opened: Opened, untitled: string) {
  const { flow } = opened;
  const [found] = useState(() => readDraft(agentId, flow.id));
  const [base, setBase] = useState(() => found?.base ?? { plan: planOf(flow), version: flow.version });
  const drawn = usePlan(found?.plan ?? base.plan);
  const [restoredAt, setRestoredAt] = useState(() => found?.at ?? null);
  const [conflict, setConflict] = useState<Flow | null>(() => (found && found.base.version < flow.version ? flow : null));
  const [faults, setFaults] = useState(opened.faults);
  const [busy, setBusy] = useState<'save' | 'publish' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [faulty, setFaulty] = useState(false);
  const { plan } = drawn;
  const dirty = !sameValue(plan, base.plan);

  useEffect(
    () => writeDraft(agentId, flow.id, dirty ? { plan, base, at: new Date().toISOString() } : null),
    [agentId, flow.id, dirty, plan, base],
  );

  /** From here on `saved` is what everything is compared with. What was changed during the request stays changed. */
  const accept = (saved: Opened) => {
    queryClient.setQueryData(keys.one(flow.id), saved);
    setBase({ plan: planOf(saved.flow), version: saved.flow.version });
    setFaults(saved.faults);
    setConflict(null);
    setRestoredAt(null);
    void listChanged();
  };

  const write = async (version: number) => {
    const sent = drawn.now();
    const saved = await call(updateFlow, { params: { id: flow.id }, body: { ...tidyPlan(sent, untitled), version } });
    accept(saved);
    // Rows left empty were not sent: what is saved is what counts, unless somebody went on drawing.
    if (Object.is(drawn.now(), sent) && !sameValue(planOf(saved.flow), sent)) drawn.edit(planOf(saved.flow), 'saved');
  };

  const refused = async (at: Failure['at'], error: unknown) => {
    if (error instanceof ProblemError && error.code === 'flow.changed_meanwhile')
      setConflict((await call(getFlow, { params: { id: flow.id } })).flow);
    else if (error instanceof ProblemError && error.code === 'flow.faulty') {
      const found = flowFault.array().safeParse(error.problem.faults);
      if (found.success) setFaults(found.data);
      setFaulty(true);
    } else setFailure({ at, error });
  };

  const run = async (at: Failure['at'], work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(at);
    setFailure(null);
    setFaulty(false);
    try {
      await work();
      return true;
    } catch (error) {
      await refused(at, error).catch((second: unknown) => setFailure({ at, error: second }));
      return false;
    } finally {
      setBusy(null);
    }
  };

  const save = (version = base.version) => run('save', () => write(version));

  /** Saves what is not saved, then lets customers have it. */
  const publish = () =>
    run('publish', async () => {
      if (dirty) await write(base.version);
      await writeStatus(flow.id, 'published');
    });

  /** Back to what is saved, or to a colleague's newer version; the way back stays open. */
  const discard = (to: Flow | null = null) => {
    const plan = to ? planOf(to) : base.plan;
    if (to) setBase({ plan, version: to.version });
    drawn.edit(plan);
    setConflict(null);
    setRestoredAt(null);
    setFailure(null);
    setFaulty(false);
  };

  return {
    ...drawn,
    flow,
    base,
    dirty,
    busy,
    failure,
    faulty,
    faults: standingFaults(faults, base.plan, plan),
    conflict,
    restoredAt,
    save,
    publish,
    discard,
  };
}

export type FlowEditor = ReturnType<typeof useFlowEditor>;
