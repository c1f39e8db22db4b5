import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. */
export const procedureCreated = fact('procedure.created', 1)<{ procedureId: string; name: string }>();
/** `version`: the newest one, which is the one before unless its steps changed. */
export const procedureUpdated = fact('procedure.updated', 1)<{ procedureId: string; name: string; version: number }>();
export const procedureRemoved = fact('procedure.removed', 1)<{ procedureId: string; name: string }>();
export const proceduresSorted = fact('procedure.sorted', 1)<{ ids: string[] }>();

/** `because`: it fitted, or somebody picked it. */
export const procedureBegun = fact('conversation.procedure_begun', 1)<{
  runId: string;
  procedureId: string;
  version: number;
  name: string;
  because: 'fits' | 'picked';
}>();
export const procedureLeft = fact('conversation.procedure_left', 1)<{ runId: string; procedureId: string; name: string }>();
/** Every step is done, the last one being checked off or filled in. */
export const procedureCompleted = fact('conversation.procedure_completed', 1)<{ runId: string; procedureId: string; name: string }>();
export const stepChecked = fact('conversation.step_checked', 1)<{ runId: string; stepId: string; title: string }>();
export const stepUnchecked = fact('conversation.step_unchecked', 1)<{ runId: string; stepId: string; title: string }>();
