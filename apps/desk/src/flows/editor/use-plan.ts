import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { useRef, useState } from 'react';
import { begin, change, type History, redo, undo } from '../plan/history.ts';

type Change = FlowPlan | ((now: FlowPlan) => FlowPlan);

/** The plan being drawn, with the way back and forth. `now()` is what is drawn at once: ⌘S may come before the screen caught up. */
export function usePlan(first: FlowPlan) {
  const [history, setHistory] = useState<History<FlowPlan>>(() => begin(first));
  const latest = useRef(history);
  const put = (next: History<FlowPlan>) => {
    latest.current = next;
    setHistory(next);
  };
  return {
    plan: history.now,
    now: () => latest.current.now,
    /** `key`: changes of one key in quick succession are taken back together. */
    edit: (to: Change, key: string | null = null) =>
      put(change(latest.current, typeof to === 'function' ? to(latest.current.now) : to, key, Date.now())),
    undo: () => put(undo(latest.current)),
    redo: () => put(redo(latest.current)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
