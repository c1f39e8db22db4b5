// Pure: the words and buttons of asking who somebody is.
import type { ProofBy } from '@madoguchi/contract/flows.ts';
import type { CodeWays, ProofAddress } from '../../customers/codes/codes.types.ts';
import { wordsFor } from '../../platform/words.ts';
import type { FlowKnown, FlowSaid, IdentifyingStep } from '../flows.types.ts';

const ASK = { email: 'code.ask_address', phone: 'code.ask_phone', either: 'code.ask_either' } as const satisfies Record<ProofBy, string>;
const AGAIN = { email: 'flow.again.email', phone: 'code.again_phone', either: 'code.again_either' } as const satisfies Record<
  ProofBy,
  string
>;

/** What is asked for in the words that are everybody's. */
export const askWords = ({ locale }: FlowKnown, way: ProofBy): string => wordsFor(locale)(ASK[way]);
/** Asked again after words that are none of it. */
export const askAgain = ({ locale }: FlowKnown, way: ProofBy): string => wordsFor(locale)(AGAIN[way]);
/** A number would not do: why, and what is asked for now. */
export const askInstead = (known: FlowKnown, because: 'code.not_textable' | 'code.undelivered', way: ProofBy): string =>
  `${wordsFor(known.locale)(because)}\n\n${askWords(known, way)}`;

export const plain = (step: IdentifyingStep, text: string): FlowSaid => ({ step: step.id, text, options: [] });

/** What is asked for, with the buttons that belong to it. */
export const asking = (step: IdentifyingStep, known: FlowKnown, ways: CodeWays, text: string): FlowSaid => ({
  ...plain(step, text),
  options: buttons(known, ways.phone ? ['cannot_at_all'] : ['cannot']),
});

/** What is said while a code is waited for. `left`: tries, after a wrong one. */
export function telling(
  step: IdentifyingStep,
  known: FlowKnown,
  ways: CodeWays,
  to: ProofAddress,
  what: 'sent' | 'again' | 'wrong' | 'gone',
  left = 0,
): FlowSaid {
  const say = wordsFor(known.locale);
  const byText = to.kind === 'phone' && (what === 'sent' || what === 'again');
  const text = byText
    ? say(what === 'sent' ? 'code.sent_text' : 'code.again_text', { address: to.value })
    : say(`code.${what}`, { address: to.value, left, count: left });
  return { step: step.id, text, options: buttons(known, waiting(ways, to)) };
}

type ButtonId = 'resend' | 'other_address' | 'other_way' | 'by_email' | 'cannot' | 'cannot_at_all';
const BUTTONS: readonly ButtonId[] = ['resend', 'other_address', 'other_way', 'by_email', 'cannot', 'cannot_at_all'];

function waiting(ways: CodeWays, to: ProofAddress): ButtonId[] {
  if (to.kind === 'phone') return ['resend', 'other_way', ...(ways.email ? ['by_email' as const] : []), 'cannot_at_all'];
  return ways.phone ? ['resend', 'other_way', 'cannot_at_all'] : ['resend', 'other_address', 'cannot'];
}

const buttons = ({ locale }: FlowKnown, ids: readonly ButtonId[]): FlowSaid['options'] =>
  ids.map((id) => ({ id, label: buttonWord(locale, id) }));

const buttonWord = (locale: 'ja' | 'en', id: ButtonId): string => wordsFor(locale)(`code.button.${id}`);

/** The words on one of these buttons; null for any other. */
export function identifyLabel(locale: 'ja' | 'en', id: string): string | null {
  const known = BUTTONS.find((one) => one === id);
  return known ? buttonWord(locale, known) : null;
}
