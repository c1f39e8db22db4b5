// Pure: how a customer is asked who they are. The words are the same whether or not anybody knows the address.
import type { ProofAddress } from '../../customers/codes/codes.types.ts';
import { normaliseIdentity } from '../../customers/customers.rules.ts';
import { wordsFor } from '../../platform/words.ts';
import type { FlowInput, FlowKnown, FlowSaid, FlowState, IdentifyingStep } from '../flows.types.ts';
import { inWords } from '../run/texts.rules.ts';
import { askAgain, askInstead, asking, askWords, plain, telling } from './identify-words.rules.ts';
import { allWays, codeIn, readAddress, wayFor, waysAt } from './ways.rules.ts';

const TRIES = 3;

/** What comes of it: words and waiting, a code to send or to check, or the way on. */
export type Identified =
  | { go: 'wait'; state: FlowState; said: FlowSaid }
  | { go: 'send'; state: FlowState; to: ProofAddress }
  | { go: 'check'; state: FlowState; of: ProofAddress; code: string }
  | { go: 'on' | 'failed'; state: FlowState; said: FlowSaid | null };

export const isProved = ({ has }: FlowKnown): boolean => has.includes('proved_identity');

/** Whether nothing may be done at a step before the customer proved who they are. Their own orders and contracts are never told without. */
export const needsProof = (step: IdentifyingStep): boolean => step.type === 'identify' || step.identifiedOnly || step.of !== 'address';

/** Whether a code can be sent to anything that the step takes. */
export const canAsk = (step: IdentifyingStep, known: FlowKnown): boolean => wayFor(step, waysAt(step, null, known)) !== null;

/** As it is known after a right code. */
export const knownWith = (known: FlowKnown, { kind, value }: ProofAddress): FlowKnown => ({
  ...known,
  has: [...new Set([...known.has, kind, 'proved_identity' as const])],
  proved: { ...known.proved, [kind === 'email' ? 'verified_email' : 'verified_phone']: normaliseIdentity(kind, value) },
});

/** Asks for the address; `only`: for one of this kind, whatever else the step takes. */
export const askWho = (step: IdentifyingStep, from: FlowState, known: FlowKnown, only?: 'email'): Extract<Identified, { go: 'wait' }> => {
  const state = { ...from, identifying: { address: null, ...(only ? { only } : {}) }, tries: 0 };
  return { go: 'wait', state, said: whatIsAsked(step, state, known) };
};

/** What the step asks now, said once more. */
export function whatIsAsked(step: IdentifyingStep, { answers, identifying }: FlowState, known: FlowKnown): FlowSaid {
  const to = sentTo(identifying);
  const ways = waysAt(step, identifying, known);
  if (to) return telling(step, known, ways, to, 'sent');
  const way = wayFor(step, ways) ?? 'email';
  // Words of the step's own ask for what it was drawn for.
  const own = step.type === 'identify' && way === step.by ? inWords(step.text, known.locale, answers) : '';
  return asking(step, known, ways, own || askWords(known, way));
}

const sentTo = (identifying: FlowState['identifying']): ProofAddress | null =>
  identifying?.address ? { kind: identifying.kind ?? 'email', value: identifying.address } : null;

/** The step that asks, the customer who answers. */
export function whileIdentifying(step: IdentifyingStep, state: FlowState, input: FlowInput, known: FlowKnown): Identified {
  const to = sentTo(state.identifying);
  const say = wordsFor(known.locale);
  switch (input.kind) {
    case 'text':
      return to === null ? addressWritten(step, state, input.text, known) : codeWritten(step, state, to, input.text, known);
    case 'option':
      return pressed(step, state, to, input, known);
    case 'code_sent': {
      if (input.outcome === 'limited') return { go: 'failed', state: done(state), said: plain(step, say('code.limited')) };
      const said = whatIsAsked(step, state, known);
      const word = to?.kind === 'phone' ? 'code.test_text' : 'code.test';
      return { go: 'wait', state, said: { ...said, text: said.text + (input.shown ? `\n\n${say(word, { code: input.shown })}` : '') } };
    }
    case 'code_checked': {
      if (input.outcome === 'right') return { go: 'on', state: done(state), said: plain(step, say('code.right')) };
      if (to === null) return { go: 'wait', state, said: whatIsAsked(step, state, known) };
      const ways = waysAt(step, state.identifying, known);
      return { go: 'wait', state, said: telling(step, known, ways, to, input.outcome, input.left) };
    }
    case 'code_undelivered':
      return undelivered(step, state, to, known);
    default:
      return { go: 'wait', state, said: whatIsAsked(step, state, known) };
  }
}

const done = (state: FlowState): FlowState => ({ ...state, identifying: null, tries: 0 });

function addressWritten(step: IdentifyingStep, state: FlowState, text: string, known: FlowKnown): Identified {
  const ways = waysAt(step, state.identifying, known);
  const to = readAddress(text, ways, known.today);
  if (to && to !== 'not_textable') return sendTo(state, to);
  const words =
    to === 'not_textable'
      ? askInstead(known, 'code.not_textable', allWays(ways) ?? 'email')
      : askAgain(known, wayFor(step, ways) ?? 'email');
  return again(step, state, known, asking(step, known, ways, words));
}

/** Where the next code goes; that e-mail was chosen is kept. */
const sendTo = (state: FlowState, to: ProofAddress): Identified => ({
  go: 'send',
  state: { ...state, identifying: { ...state.identifying, address: to.value, kind: to.kind }, tries: 0 },
  to,
});

/** Another address in place of a code is where the next one goes. */
function codeWritten(step: IdentifyingStep, state: FlowState, to: ProofAddress, text: string, known: FlowKnown): Identified {
  const code = codeIn(text);
  if (code !== null) return { go: 'check', state: { ...state, tries: 0 }, of: to, code };
  const ways = waysAt(step, state.identifying, known);
  const other = readAddress(text, ways, known.today);
  if (other && other !== 'not_textable') return sendTo(state, other);
  return again(step, state, known, telling(step, known, ways, to, 'again'));
}

function pressed(
  step: IdentifyingStep,
  state: FlowState,
  to: ProofAddress | null,
  input: Extract<FlowInput, { kind: 'option' }>,
  known: FlowKnown,
): Identified {
  if (input.step === step.id) {
    if (input.option === 'cannot' || input.option === 'cannot_at_all') return { go: 'failed', state: done(state), said: null };
    if (input.option === 'resend' && to !== null) return sendTo(state, to);
    if (input.option === 'by_email' && known.codes.email) return askWho(step, state, known, 'email');
    if (input.option === 'other_address' || input.option === 'other_way') return askWho(step, state, known);
  }
  return { go: 'wait', state, said: whatIsAsked(step, state, known) };
}

/** The third answer that cannot be taken goes on without one. */
function again(step: IdentifyingStep, state: FlowState, known: FlowKnown, said: FlowSaid): Identified {
  const tries = state.tries + 1;
  if (tries < TRIES) return { go: 'wait', state: { ...state, tries }, said };
  return { go: 'failed', state: done(state), said: plain(step, wordsFor(known.locale)('code.given_up')) };
}

/** The text message did not go out: whatever can still be sent is offered, in the same words for every reason. */
function undelivered(step: IdentifyingStep, state: FlowState, to: ProofAddress | null, known: FlowKnown): Identified {
  const asked = askWho(step, state, known);
  if (to?.kind !== 'phone') return { go: 'wait', state, said: whatIsAsked(step, state, known) };
  const ways = waysAt(step, asked.state.identifying, known);
  const way = allWays(ways);
  if (way === null) return { go: 'failed', state: done(state), said: plain(step, wordsFor(known.locale)('code.undelivered')) };
  return { ...asked, said: asking(step, known, ways, askInstead(known, 'code.undelivered', way)) };
}
