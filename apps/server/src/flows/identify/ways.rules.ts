// Pure: by what a customer may prove who they are, and what they wrote of it.
import type { ProofBy } from '@madoguchi/contract/flows.ts';
import { textableNumber } from '../../customers/codes/code-text.rules.ts';
import type { CodeWays, ProofAddress } from '../../customers/codes/codes.types.ts';
import type { FlowKnown, FlowState, IdentifyingStep } from '../flows.types.ts';
import { readAnswer } from '../run/answers.rules.ts';

/** What is taken now. E-mail always is where it can be sent: a number may get no text message. */
export const waysAt = (step: IdentifyingStep, identifying: FlowState['identifying'], { codes }: FlowKnown): CodeWays => ({
  email: codes.email,
  phone: codes.phone && step.by !== 'email' && identifying?.only !== 'email',
});

/** What the customer is asked for first; null when no code can be sent. */
export function wayFor({ by }: IdentifyingStep, ways: CodeWays): ProofBy | null {
  if (ways.email && ways.phone) return by === 'either' ? 'either' : 'phone';
  if (ways.phone) return 'phone';
  return ways.email ? 'email' : null;
}

/** The same once a number would not do: everything that is taken. */
export const allWays = (ways: CodeWays): ProofBy | null => {
  if (ways.email && ways.phone) return 'either';
  if (ways.phone) return 'phone';
  return ways.email ? 'email' : null;
};

/** What is written as an address that is taken; `not_textable`: a telephone number that gets no text messages. Null: neither. */
export function readAddress(text: string, ways: CodeWays, today: string): ProofAddress | 'not_textable' | null {
  const email = ways.email ? readAnswer('email', text, today) : null;
  if (email !== null) return { kind: 'email', value: email };
  const phone = ways.phone ? readAnswer('phone', text, today) : null;
  if (phone === null) return null;
  return textableNumber(phone) === null ? 'not_textable' : { kind: 'phone', value: phone };
}

/** Six digits, in any width, with spaces or words around them; null when there are none or more than one such number. */
export function codeIn(text: string): string | null {
  const written = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '');
  const numbers = written.match(/\d+/g) ?? [];
  return numbers.length === 1 && numbers[0]?.length === 6 ? numbers[0] : null;
}
