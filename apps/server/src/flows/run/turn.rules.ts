// Pure: a whole turn of a flow. What it needs from outside is named, not fetched: the turn is taken again once it is there.
import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import {
  type FlowInput,
  type FlowKnown,
  type FlowNeed,
  type FlowNext,
  type FlowResult,
  type FlowResults,
  type FlowSaid,
  type FlowState,
  type FlowTurn,
  type LookUpStep,
  type OwnFactsNeed,
  PROVED_FIELDS,
} from '../flows.types.ts';
import { isProved, knownWith, needsProof } from '../identify/identify.rules.ts';
import { requestOf } from '../look-up/request.rules.ts';
import { advance } from './advance.rules.ts';
import { answerOf } from './texts.rules.ts';

/** Look-ups and searches in one turn; a customer does not wait longer. */
const MOST_NEEDS = 5;

/** The turn, or what is needed to take it. The same state, input and results always give the same turn. */
export function takeFlowTurn(
  plan: FlowPlan,
  from: FlowState,
  input: FlowInput,
  atFirst: FlowKnown,
  results: FlowResults,
): { turn: FlowTurn } | { need: FlowNeed } {
  const said: FlowSaid[] = [];
  const visited: string[] = [];
  let state = from;
  let now = input;
  let known = atFirst;
  for (let needs = 0; needs <= MOST_NEEDS; needs += 1) {
    const stretch = advance(plan, state, now, known);
    said.push(...stretch.said);
    visited.push(...stretch.visited);
    state = stretch.state;
    const { next } = stretch;
    if (!isEffect(next)) return { turn: { state, said, visited, next } };
    const need = needOf(next, state, known);
    if (!need) now = { kind: 'looked_up', fields: null };
    else {
      const result = results.get(need.key);
      if (!result) return { need };
      if (result.kind === 'find' && result.found && next.kind === 'find')
        return { turn: { state, said, visited, next: { kind: 'answer', question: next.question } } };
      if (next.kind === 'check_code' && result.kind === 'code_checked' && result.outcome === 'right') known = knownWith(known, next.of);
      now = inputOf(result);
    }
  }
  return { turn: { state, said, visited, next: { kind: 'end' } } };
}

type Effect = Extract<FlowNext, { kind: 'look_up' | 'find' | 'send_code' | 'check_code' }>;
const EFFECTS: readonly FlowNext['kind'][] = ['look_up', 'find', 'send_code', 'check_code'] satisfies Effect['kind'][];
const isEffect = (next: FlowNext): next is Effect => EFFECTS.includes(next.kind);

const inputOf = (result: FlowResult): FlowInput => {
  if (result.kind === 'look_up') return { kind: 'looked_up', fields: result.fields };
  return result.kind === 'find' ? { kind: 'nothing_found' } : result;
};

/** Null for a look-up that must not be asked: its address is not one, or it is for customers whose identity was proved. */
function needOf(next: Effect, { answers }: FlowState, known: FlowKnown): FlowNeed | null {
  if (next.kind === 'find') return { kind: 'find', key: `find ${next.question}`, question: next.question };
  if (next.kind === 'send_code') return { ...next, key: `send_code ${next.to.value}` };
  if (next.kind === 'check_code') return { ...next, key: `check_code ${next.of.value} ${next.code}` };
  if (needsProof(next.step) && !isProved(known)) return null;
  if (next.step.of !== 'address') return ownFactsNeed(next.step, next.step.of, answers, known);
  const request = requestOf(next.step, provedOnly(answers, known));
  return (
    request && { kind: 'look_up', key: `${next.step.id} ${request.method} ${request.url}\n${request.body}`, request, keep: next.step.keep }
  );
}

function ownFactsNeed({ id, numberField }: LookUpStep, of: OwnFactsNeed['of'], answers: FlowState['answers'], known: FlowKnown): FlowNeed {
  const { proved, locale } = known;
  const number = numberField === null ? null : (answerOf(answers, numberField)?.trim() ?? null) || null;
  return { kind: 'own_facts', key: `${id} ${of} ${JSON.stringify([number, proved])}`, of, number, proved, locale };
}

/** What only a proof may say is said by a proof that holds now, whatever stands among the answers. */
function provedOnly(answers: FlowState['answers'], { proved }: FlowKnown): FlowState['answers'] {
  const typed = Object.entries(answers).filter(([field]) => !PROVED_FIELDS.some((one) => one === field));
  return Object.fromEntries([...typed, ...Object.entries(proved)]);
}
