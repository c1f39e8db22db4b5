// Pure: a flow as an editor plays it. The whole run again each time, from the plan in the editor; nothing is kept.
import type { FlowPlan, testFlow } from '@madoguchi/contract/flows.ts';
import type { z } from 'zod';
import { wordsFor } from '../../platform/words.ts';
import type { FlowInput, FlowKnown, FlowNeed, FlowResults, FlowTurn } from '../flows.types.ts';
import { knownWith } from '../identify/identify.rules.ts';
import { identifyLabel } from '../identify/identify-words.rules.ts';
import { firstState } from './runs.rules.ts';
import { takeFlowTurn } from './turn.rules.ts';

export type TestWish = z.infer<typeof testFlow.body>;
export type TestRun = z.infer<typeof testFlow.response>;

const OUTCOMES: Record<FlowTurn['next']['kind'], TestRun['outcome']> = {
  wait: 'waiting',
  end: 'ended',
  leave: 'ended',
  hand_off: 'handed_off',
  answer: 'answered',
};

/** The conversation up to the last input, or what is needed to play on. What a customer would write after the end is left out. */
export function playTest(
  { plan, locale, question, inputs }: TestWish,
  atFirst: FlowKnown,
  results: FlowResults,
  wordsOfAnswer: (question: string) => string,
): { run: TestRun } | { need: FlowNeed } {
  const said: TestRun['said'] = question === '' ? [] : [{ by: 'customer', text: question, step: null, options: [] }];
  let state = firstState(question);
  let known = atFirst;
  let outcome: TestRun['outcome'] = 'waiting';
  const given: FlowInput[] = [{ kind: 'begin' }, ...inputs];
  for (const input of given) {
    if (outcome !== 'waiting') break;
    if (input.kind === 'text') said.push({ by: 'customer', text: input.text, step: null, options: [] });
    if (input.kind === 'option') said.push({ by: 'customer', text: labelOf(plan, input, known.locale), step: null, options: [] });
    const played = takeFlowTurn(plan, state, input, known, results);
    if ('need' in played) return played;
    const { turn } = played;
    state = turn.state;
    // What was proved in one turn holds in the next.
    const { verified_email: email, verified_phone: phone } = state.answers;
    if (email) known = knownWith(known, { kind: 'email', value: email });
    if (phone) known = knownWith(known, { kind: 'phone', value: phone });
    outcome = OUTCOMES[turn.next.kind];
    for (const one of turn.said) said.push({ by: 'bot', text: one.text, step: one.step, options: one.options });
    if (turn.next.kind === 'answer') said.push({ by: 'bot', text: wordsOfAnswer(turn.next.question), step: state.step, options: [] });
    if (turn.next.kind === 'end' && turn.said.length === 0 && input.kind !== 'begin')
      said.push({ by: 'bot', text: wordsFor(locale)('flow.ended'), step: null, options: [] });
  }
  return { run: { said, outcome, at: outcome === 'waiting' ? state.step : null, answers: { ...state.answers } } };
}

function labelOf({ steps }: FlowPlan, { step, option }: { step: string; option: string }, locale: 'ja' | 'en'): string {
  const buttons = steps.find((one) => one.id === step);
  if (buttons?.type === 'identify' || buttons?.type === 'look_up') return identifyLabel(locale, option) ?? option;
  const label = buttons?.type === 'buttons' ? buttons.options.find(({ id }) => id === option)?.label : undefined;
  return label ? label[locale] || label[locale === 'ja' ? 'en' : 'ja'] : option;
}
