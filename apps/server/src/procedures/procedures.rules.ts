// Pure: which procedure a conversation begins with, and how far it is.
import type { ProcedureConditions, ProcedureStep } from '@madoguchi/contract/procedures.ts';
import { foldText } from '../platform/text/fold.ts';

export type Topic = { channel: string; inboxId: string; queueId: string | null; tags: readonly string[]; words: string };

/** Every part that names something must hold. Conditions that name nothing at all fit nothing. */
export function fits(conditions: ProcedureConditions, topic: Topic): boolean {
  const text = foldText(topic.words);
  const tags = new Set(topic.tags.map(foldText));
  const parts: [asked: readonly string[], holds: (one: string) => boolean][] = [
    [conditions.channels, (one) => one === topic.channel],
    [conditions.inboxIds, (one) => one === topic.inboxId],
    [conditions.queueIds, (one) => one === topic.queueId],
    [conditions.tags, (one) => tags.has(foldText(one))],
    [conditions.words, (one) => text.includes(foldText(one))],
  ];
  const asking = parts.filter(([asked]) => asked.length > 0);
  return asking.length > 0 && asking.every(([asked, holds]) => asked.some(holds));
}

/** Whether a step is done: a field by being filled in, another one by being checked off. */
export const isDone = (step: ProcedureStep, checked: ReadonlySet<string>, fields: Readonly<Record<string, string>>): boolean =>
  step.kind === 'field' ? (fields[step.key] ?? '') !== '' : checked.has(step.id);

/** The required steps that are not done, in their order. */
export const openSteps = (
  steps: readonly ProcedureStep[],
  checked: ReadonlySet<string>,
  fields: Readonly<Record<string, string>>,
): ProcedureStep[] => steps.filter((step) => step.required && !isDone(step, checked, fields));
