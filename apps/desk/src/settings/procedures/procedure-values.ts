import type { Procedure, ProcedureBody, ProcedureStep } from '@madoguchi/contract/procedures.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';

export const newStep = (): ProcedureStep => ({
  kind: 'do',
  id: crypto.randomUUID().replaceAll('-', '').slice(0, 12),
  title: '',
  help: '',
  required: true,
  articleId: null,
});

export const newProcedure = (): ProcedureBody => ({
  name: '',
  enabled: true,
  conditions: { channels: [], inboxIds: [], queueIds: [], tags: [], words: [] },
  steps: [newStep()],
});

export const bodyOf = ({ name, enabled, conditions, steps }: Procedure): ProcedureBody => ({ name, enabled, conditions, steps });

/** Each step by its id, so that a fault stays with it when it is moved. */
export function procedureFaults({ name, steps }: ProcedureBody): Faults {
  const ofSteps = steps.flatMap((step) => [
    [`steps.${step.id}.title`, textFault(step.title, 100)] as const,
    [`steps.${step.id}.help`, textFault(step.help, 1000, null)] as const,
    [`steps.${step.id}.what`, isChosen(step) ? undefined : ({ word: 'procedures.choose' } as const)] as const,
  ]);
  return faults({ name: textFault(name, 60), ...Object.fromEntries(ofSteps) });
}

const isChosen = (step: ProcedureStep) =>
  step.kind === 'field' ? step.key !== '' : step.kind === 'canned' ? step.cannedResponseId !== '' : true;

/** A step of another kind, with what all kinds have. */
export function ofKind(step: ProcedureStep, kind: ProcedureStep['kind']): ProcedureStep {
  const { id, title, help, required } = step;
  const common = { id, title, help, required };
  if (kind === 'field') return { kind, ...common, key: '' };
  return kind === 'canned' ? { kind, ...common, cannedResponseId: '' } : { kind, ...common, articleId: null };
}

/** The steps with one of them elsewhere. */
export function movedTo<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = items[from];
  if (moved === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, moved);
}
