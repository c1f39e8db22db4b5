// Pure: what becomes of a run, and what people are told about it.
import type { FlowPlan, FlowText } from '@madoguchi/contract/flows.ts';
import { type Say, wordsFor } from '../../platform/words.ts';
import type { FlowState, FlowTurn, ProvedField } from '../flows.types.ts';
import { givenBy } from './given.rules.ts';
import { inWords } from './texts.rules.ts';

export type RunStatus = 'running' | 'finished' | 'handed_off' | 'left' | 'answered';

/** A customer who comes back after a day has something else in mind: what they write is no answer to yesterday's question. */
export const STALE_AFTER_MS = 86_400_000;

/** The state of somebody who has just begun. */
export const firstState = (question: string): FlowState => ({ step: null, answers: {}, chosen: {}, tries: 0, question, identifying: null });

export function statusAfter({ next }: Pick<FlowTurn, 'next'>): RunStatus {
  switch (next.kind) {
    case 'wait':
      return 'running';
    case 'leave':
      return 'left';
    case 'hand_off':
      return 'handed_off';
    case 'answer':
      return 'answered';
    case 'end':
      return 'finished';
  }
}

/** What was collected, a line each in the order of the plan and in the language of the company; null when nothing was. */
export function collectedIn(
  plan: FlowPlan,
  { answers, chosen }: Pick<FlowState, 'answers' | 'chosen'>,
  locale: 'ja' | 'en',
): string | null {
  const say = wordsFor(locale);
  const inBrief = (text: FlowText) => firstLine(inWords(text, locale, answers));
  const told = new Set<string>();
  const lines = plan.steps.flatMap((step) => {
    if (step.type === 'buttons') {
      const option = step.options.find(({ id }) => Object.hasOwn(chosen, step.id) && id === chosen[step.id]);
      return option ? [line(say, inBrief(step.text), inBrief(option.label))] : [];
    }
    return givenBy(step)
      .filter((field) => Object.hasOwn(answers, field) && answers[field] !== '' && !told.has(field) && !LISTS.includes(field))
      .map((field) => {
        told.add(field);
        return line(say, step.type === 'ask' ? `${inBrief(step.text)} (${field})` : field, answers[field]!);
      });
  });
  const proved = PROVED.filter(([field]) => Object.hasOwn(answers, field)).map(([field, word]) => line(say, say(word), answers[field]!));
  const all = [...proved, ...lines];
  return all.length === 0 ? null : [say('flow.summary', { name: plan.name }), ...all].join('\n');
}

/** Several lines, whose first is told by the others. */
const LISTS: readonly string[] = ['order_list', 'contract_list'];
const PROVED = [
  ['verified_email', 'code.summary'],
  ['verified_phone', 'code.summary_phone'],
] as const satisfies readonly (readonly [ProvedField, string])[];
const line = (say: Say, label: string, answer: string): string => say('flow.summary_line', { label, answer });

/** At most 60 characters of it. */
function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  const characters = [...first];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : first;
}
