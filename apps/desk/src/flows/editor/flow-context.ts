import type { FlowFault, FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';
import { createContext, useContext } from 'react';
import type { Exit } from '../plan/exits.ts';

/** What every part of the editor shares: the plan on screen, how to change it, and what is chosen in it. */
export type FlowDesk = {
  plan: FlowPlan;
  /** `key`: changes of one key in quick succession are taken back together. Does nothing while only looking. */
  edit: (change: (now: FlowPlan) => FlowPlan, key?: string | null) => void;
  readOnly: boolean;
  selected: readonly string[];
  select: (ids: readonly string[]) => void;
  /** Chooses a step and brings it into view. */
  goTo: (id: string) => void;
  /** The step last gone to, and a number that rises each time. */
  gone: { id: string; times: number } | null;
  faults: readonly FlowFault[];
  /** Step ids in the order customers meet them. */
  order: readonly string[];
  /** A step's number and first words, for lists to choose from. */
  nameOf: (id: string) => string;
  /** What stands on a step's card; null when its text is still to be written. */
  textOf: (step: FlowStep) => string | null;
  exitName: (step: FlowStep, exit: Exit['id']) => string;
  figures: ReadonlyMap<string, { reached: number; left: number }> | null;
  /** Where a test run stands. */
  here: string | null;
};

export const FlowContext = createContext<FlowDesk | null>(null);

/** Only inside the editor. */
export function useFlow(): FlowDesk {
  const desk = useContext(FlowContext);
  if (!desk) throw new Error('useFlow stands outside the editor');
  return desk;
}
