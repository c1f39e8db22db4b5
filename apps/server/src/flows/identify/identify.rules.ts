// Pure: how a customer is asked who they are. The words are the same whether or not anybody knows the address.
import { normaliseIdentity } from '../../customers/customers.rules.ts';
import { wordsFor } from '../../platform/words.ts';
import type { FlowInput, FlowKnown, FlowSaid, FlowState, IdentifyingStep } from '../flows.types.ts';
import { readAnswer } from '../run/answers.rules.ts';
import { inWords } from '../run/texts.rules.ts';

const TRIES = 3;

/** What comes of it: words and waiting, a code to send or to check, or the way on. */
export type Identified =
  | { go: 'wait'; state: FlowState; said: FlowSaid }
  | { go: 'send'; state: FlowState; address: string }
  | { go: 'check'; state: FlowState; address: string; code: string }
  | { go: 'on' | 'failed'; state: FlowState; said: FlowSaid | null };

export const isProved = ({ has }: FlowKnown): boolean => has.includes('proved_identity');

/** Whether nothing may be done at a step before the customer proved who they are. Their own orders and contracts are never told without. */
export const needsProof = (step: IdentifyingStep): boolean => step.type === 'identify' || step.identifiedOnly || step.of !== 'address';

/** As it is known after a right code. */
export const knownWith = (known: FlowKnown, address: string): FlowKnown => ({
  ...known,
  has: [...new Set([...known.has, 'email' as const, 'proved_identity' as const])],
  proved: { ...known.proved, verified_email: normaliseIdentity('email', address) },
});

/** Asks for the address. */
export const askWho = (step: IdentifyingStep, from: FlowState, known: FlowKnown): Extract<Identified, { go: 'wait' }> => {
  const state = { ...from, identifying: { address: null }, tries: 0 };
  return { go: 'wait', state, said: whatIsAsked(step, state, known) };
};

/** What the step asks now, said once more. */
export function whatIsAsked(step: IdentifyingStep, { answers, identifying }: FlowState, known: FlowKnown): FlowSaid {
  if (identifying?.address) return telling(step, known, 'code.sent', { address: identifying.address });
  const own = step.type === 'identify' ? inWords(step.text, known.locale, answers) : '';
  return { step: step.id, text: own || wordsFor(known.locale)('code.ask_address'), options: buttons(known, 'cannot') };
}

/** The step that asks, the customer who answers. */
export function whileIdentifying(step: IdentifyingStep, state: FlowState, input: FlowInput, known: FlowKnown): Identified {
  const address = state.identifying?.address ?? null;
  switch (input.kind) {
    case 'text':
      return address === null ? addressWritten(step, state, input.text, known) : codeWritten(step, state, address, input.text, known);
    case 'option':
      return pressed(step, state, address, input, known);
    case 'code_sent': {
      if (input.outcome === 'limited') return over(step, state, known);
      const said = telling(step, known, 'code.sent', { address: address ?? '' });
      const shown = input.shown ? `\n\n${wordsFor(known.locale)('code.test', { code: input.shown })}` : '';
      return { go: 'wait', state, said: { ...said, text: said.text + shown } };
    }
    case 'code_checked':
      if (input.outcome === 'right') return { go: 'on', state: done(state), said: plain(step, wordsFor(known.locale)('code.right')) };
      if (input.outcome === 'gone') return { go: 'wait', state, said: telling(step, known, 'code.gone') };
      return { go: 'wait', state, said: telling(step, known, 'code.wrong', { left: input.left ?? 0, count: input.left ?? 0 }) };
    default:
      return { go: 'wait', state, said: whatIsAsked(step, state, known) };
  }
}

const done = (state: FlowState): FlowState => ({ ...state, identifying: null, tries: 0 });

function addressWritten(step: IdentifyingStep, state: FlowState, text: string, known: FlowKnown): Identified {
  const address = readAnswer('email', text, known.today);
  if (address !== null) return sendTo(state, address);
  return again(step, state, known, { ...plain(step, wordsFor(known.locale)('flow.again.email')), options: buttons(known, 'cannot') });
}

const sendTo = (state: FlowState, address: string): Identified => ({
  go: 'send',
  state: { ...state, identifying: { address }, tries: 0 },
  address,
});

/** Another address in place of a code is where the next one goes. */
function codeWritten(step: IdentifyingStep, state: FlowState, address: string, text: string, known: FlowKnown): Identified {
  const code = codeIn(text);
  if (code !== null) return { go: 'check', state: { ...state, tries: 0 }, address, code };
  const other = readAnswer('email', text, known.today);
  if (other !== null) return sendTo(state, other);
  return again(step, state, known, telling(step, known, 'code.again'));
}

/** Six digits, in any width, with spaces or words around them; null when there are none or more than one such number. */
export function codeIn(text: string): string | null {
  const written = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '');
  const numbers = written.match(/\d+/g) ?? [];
  return numbers.length === 1 && numbers[0]?.length === 6 ? numbers[0] : null;
}

function pressed(
  step: IdentifyingStep,
  state: FlowState,
  address: string | null,
  input: Extract<FlowInput, { kind: 'option' }>,
  known: FlowKnown,
): Identified {
  if (input.step === step.id) {
    if (input.option === 'cannot') return { go: 'failed', state: done(state), said: null };
    if (input.option === 'resend' && address !== null) return sendTo(state, address);
    if (input.option === 'other_address') return askWho(step, state, known);
  }
  return { go: 'wait', state, said: whatIsAsked(step, state, known) };
}

/** The third answer that cannot be taken goes on without one. */
function again(step: IdentifyingStep, state: FlowState, known: FlowKnown, said: FlowSaid): Identified {
  const tries = state.tries + 1;
  if (tries < TRIES) return { go: 'wait', state: { ...state, tries }, said };
  return { go: 'failed', state: done(state), said: plain(step, wordsFor(known.locale)('code.given_up')) };
}

const over = (step: IdentifyingStep, state: FlowState, known: FlowKnown): Identified => ({
  go: 'failed',
  state: done(state),
  said: plain(step, wordsFor(known.locale)('code.limited')),
});

const plain = (step: IdentifyingStep, text: string): FlowSaid => ({ step: step.id, text, options: [] });

function telling(
  step: IdentifyingStep,
  known: FlowKnown,
  key: 'code.sent' | 'code.again' | 'code.wrong' | 'code.gone',
  values: Record<string, string | number> = {},
): FlowSaid {
  const options = buttons(known, 'resend', 'other_address', 'cannot');
  return { step: step.id, text: wordsFor(known.locale)(key, values), options };
}

type ButtonId = 'resend' | 'other_address' | 'cannot';

const buttons = ({ locale }: FlowKnown, ...ids: ButtonId[]): FlowSaid['options'] =>
  ids.map((id) => ({ id, label: buttonWord(locale, id) }));

const buttonWord = (locale: 'ja' | 'en', id: ButtonId): string => wordsFor(locale)(`code.button.${id}`);

/** The words on one of these buttons; null for any other. */
export const identifyLabel = (locale: 'ja' | 'en', id: string): string | null =>
  id === 'resend' || id === 'other_address' || id === 'cannot' ? buttonWord(locale, id) : null;
