// Pure: a whole turn of a flow. What it needs from outside is named, not fetched: the turn is taken again once it is there.
import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import type { FlowInput, FlowKnown, FlowNeed, FlowNext, FlowResults, FlowSaid, FlowState, FlowTurn } from '../flows.types.ts';
import { requestOf } from '../look-up/request.rules.ts';
import { advance } from './advance.rules.ts';

/** Look-ups and searches in one turn; a customer does not wait longer. */
const MOST_NEEDS = 5;

/** The turn, or what is needed to take it. The same state, input and results always give the same turn. */
export function takeFlowTurn(
  plan: FlowPlan,
  from: FlowState,
  input: FlowInput,
  known: FlowKnown,
  results: FlowResults,
): { turn: FlowTurn } | { need: FlowNeed } {
  const said: FlowSaid[] = [];
  const visited: string[] = [];
  let state = from;
  let now = input;
  for (let needs = 0; needs <= MOST_NEEDS; needs += 1) {
    const stretch = advance(plan, state, now, known);
    said.push(...stretch.said);
    visited.push(...stretch.visited);
    state = stretch.state;
    const { next } = stretch;
    if (next.kind !== 'look_up' && next.kind !== 'find') return { turn: { state, said, visited, next } };
    const need = needOf(next, state, known);
    if (!need) now = { kind: 'looked_up', fields: null };
    else {
      const result = results.get(need.key);
      if (!result) return { need };
      if (result.kind === 'find' && result.found && next.kind === 'find')
        return { turn: { state, said, visited, next: { kind: 'answer', question: next.question } } };
      now = result.kind === 'look_up' ? { kind: 'looked_up', fields: result.fields } : { kind: 'nothing_found' };
    }
  }
  return { turn: { state, said, visited, next: { kind: 'end' } } };
}

/** Null for a look-up that must not be asked: its address is not one, or it is for customers whose identity was proved. */
function needOf(next: Extract<FlowNext, { kind: 'look_up' | 'find' }>, { answers }: FlowState, { has }: FlowKnown): FlowNeed | null {
  if (next.kind === 'find') return { kind: 'find', key: `find ${next.question}`, question: next.question };
  if (next.step.identifiedOnly && !has.includes('proved_identity')) return null;
  const request = requestOf(next.step, answers);
  return (
    request && { kind: 'look_up', key: `${next.step.id} ${request.method} ${request.url}\n${request.body}`, request, keep: next.step.keep }
  );
}
