// Pure: one stretch of a flow, from what came in to where it has to wait or ask for something from outside.
import type { FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';
import { foldText } from '../../platform/text/fold.ts';
import { wordsFor } from '../../platform/words.ts';
import type { FlowAdvance, FlowInput, FlowKnown, FlowNext, FlowSaid, FlowState, IdentifyingStep } from '../flows.types.ts';
import { askWho, canAsk, type Identified, isProved, needsProof, whileIdentifying } from '../identify/identify.rules.ts';
import { readAnswer } from './answers.rules.ts';
import { holds } from './conditions.rules.ts';
import { answerOf, inWords } from './texts.rules.ts';

/** Steps in one stretch in which nobody is asked anything. No plan that may be published has more in a round; this one holds for all. */
export const MOST_SILENT_STEPS = 50;
const TRIES = 3;

type ButtonsStep = Extract<FlowStep, { type: 'buttons' }>;
type AskStep = Extract<FlowStep, { type: 'ask' }>;

/**
 * Moves a flow on. Every input at every step has an outcome, and no step holds a customer: other words than the options of a step
 * leave the flow, and the third answer that cannot be taken goes on without one.
 */
export function advance(plan: FlowPlan, state: FlowState, input: FlowInput, known: FlowKnown): FlowAdvance {
  if (input.kind === 'begin') return walk(plan, state, plan.start, known);
  const step = stepNamed(plan, state.step);
  if (state.identifying !== null && (step?.type === 'identify' || step?.type === 'look_up'))
    return identified(plan, step, whileIdentifying(step, state, input, known), known);
  switch (input.kind) {
    case 'option':
      return pressed(plan, state, step, input, known);
    case 'text':
      if (step?.type === 'buttons') return written(plan, state, step, input.text, known);
      return step?.type === 'ask' ? answered(plan, state, step, input.text, known) : still(state, { kind: 'leave' });
    case 'looked_up': {
      if (step?.type !== 'look_up') return still(state, { kind: 'leave' });
      const answers = { ...state.answers, ...input.fields };
      return walk(plan, { ...state, answers }, input.fields ? step.next : step.failed, known);
    }
    case 'nothing_found':
      return step?.type === 'answer' ? walk(plan, state, step.next, known) : still(state, { kind: 'leave' });
    default:
      return still(state, { kind: 'leave' });
  }
}

/** What came of asking who the customer is, as a stretch of the flow. A look-up that waited for it is come to again. */
function identified(plan: FlowPlan, step: IdentifyingStep, came: Identified, known: FlowKnown): FlowAdvance {
  const { state } = came;
  switch (came.go) {
    case 'wait':
      return still(state, { kind: 'wait' }, [came.said]);
    case 'send':
      return still(state, { kind: 'send_code', to: came.to });
    case 'check':
      return still(state, { kind: 'check_code', of: came.of, code: came.code });
    default: {
      const on = step.type === 'identify' ? step.next : step.id;
      const onward = walk(plan, state, came.go === 'on' ? on : step.failed, known);
      return { ...onward, said: came.said ? [came.said, ...onward.said] : onward.said };
    }
  }
}

const still = (state: FlowState, next: FlowNext, said: FlowSaid[] = []): FlowAdvance => ({ state, said, visited: [], next });

const stepNamed = (plan: FlowPlan, id: string | null): FlowStep | undefined => plan.steps.find((step) => step.id === id);

/** A button of another step is an old one: the flow says again what it is asking now. */
function pressed(
  plan: FlowPlan,
  state: FlowState,
  step: FlowStep | undefined,
  input: Extract<FlowInput, { kind: 'option' }>,
  known: FlowKnown,
): FlowAdvance {
  const option = step?.type === 'buttons' && step.id === input.step ? step.options.find(({ id }) => id === input.option) : undefined;
  if (step?.type === 'buttons' && option) return take(plan, state, step, option, known);
  if (step?.type === 'buttons' || step?.type === 'ask') return still(state, { kind: 'wait' }, [saying(step, state, known)]);
  return still(state, { kind: 'leave' });
}

/** Words that are an option's own, in either language, are that option. */
function written(plan: FlowPlan, state: FlowState, step: ButtonsStep, text: string, known: FlowKnown): FlowAdvance {
  const said = foldText(text);
  const labelled = (label: string) => label.trim() !== '' && foldText(label) === said;
  const option = step.options.find(({ label }) => labelled(label.ja) || labelled(label.en));
  return option ? take(plan, state, step, option, known) : still(state, { kind: 'leave' });
}

const take = (plan: FlowPlan, state: FlowState, step: ButtonsStep, option: ButtonsStep['options'][number], known: FlowKnown) =>
  walk(plan, { ...state, chosen: { ...state.chosen, [step.id]: option.id } }, option.next, known);

function answered(plan: FlowPlan, state: FlowState, step: AskStep, text: string, known: FlowKnown): FlowAdvance {
  const answer = readAnswer(step.kind, text, known.today);
  if (answer !== null) return walk(plan, { ...state, answers: { ...state.answers, [step.field]: answer } }, step.next, known);
  const tries = state.tries + 1;
  if (tries >= TRIES) return walk(plan, state, step.next, known);
  const again = wordsFor(known.locale)(`flow.again.${step.kind}`);
  return still({ ...state, tries }, { kind: 'wait' }, [{ step: step.id, text: again, options: [] }]);
}

function saying(step: Extract<FlowStep, { type: 'say' | 'buttons' | 'ask' | 'hand_off' }>, state: FlowState, known: FlowKnown): FlowSaid {
  const words = (text: { ja: string; en: string }) => inWords(text, known.locale, state.answers);
  const options = step.type === 'buttons' ? step.options.map(({ id, label }) => ({ id, label: words(label) })) : [];
  return { step: step.id, text: words(step.text), options };
}

/** Goes from step to step until somebody has to do something. */
function walk(plan: FlowPlan, from: FlowState, start: string | null, known: FlowKnown): FlowAdvance {
  const said: FlowSaid[] = [];
  const visited: string[] = [];
  let state: FlowState = { ...from, answers: { ...from.answers, ...known.proved }, identifying: null, tries: 0 };
  let at = start;
  const stop = (next: FlowNext): FlowAdvance => ({ state, said: said.filter(hasWords), visited, next });
  for (let silent = 0; silent < MOST_SILENT_STEPS; silent += 1) {
    const step = stepNamed(plan, at);
    if (!step) return stop({ kind: 'end' });
    visited.push(step.id);
    state = { ...state, step: step.id };
    switch (step.type) {
      case 'say':
        said.push(saying(step, state, known));
        at = step.next;
        break;
      case 'branch':
        at = (step.rules.find(({ when }) => holds(when, state.answers, known)) ?? { next: step.otherwise }).next;
        break;
      case 'answer': {
        const question = step.question === null ? state.question : (answerOf(state.answers, step.question) ?? '');
        if (question.trim() !== '') return stop({ kind: 'find', question });
        at = step.next;
        break;
      }
      case 'identify':
      case 'look_up': {
        const mustAsk = needsProof(step) && !isProved(known);
        if (mustAsk && canAsk(step, known)) {
          const asked = askWho(step, state, known);
          said.push(asked.said);
          state = asked.state;
          return stop({ kind: 'wait' });
        }
        if (step.type === 'look_up') return stop({ kind: 'look_up', step });
        if (mustAsk) return stop({ kind: 'hand_off', teamId: null, because: 'mail_not_set_up' });
        at = step.next;
        break;
      }
      case 'buttons':
      case 'ask':
        said.push(saying(step, state, known));
        return stop({ kind: 'wait' });
      case 'hand_off':
        said.push(saying(step, state, known));
        return stop({ kind: 'hand_off', teamId: step.teamId });
    }
  }
  return stop({ kind: 'end' });
}

const hasWords = ({ text, options }: FlowSaid): boolean => text !== '' || options.length > 0;
