// Pure: the text message that carries a code, and which numbers can get one.
import { wordsFor } from '../../platform/words.ts';
import { normaliseIdentity } from '../customers.rules.ts';
import { CODE_MINUTES } from './codes.rules.ts';

const MOST_OF_NAME = 20;

/** The same words for everybody, short enough for one piece of 70 characters in Japanese. */
export function codeText(locale: 'ja' | 'en', company: string, code: string): string {
  const characters = [...company];
  const name = characters.length > MOST_OF_NAME ? `${characters.slice(0, MOST_OF_NAME - 1).join('')}…` : company;
  return wordsFor(locale)('code.text', { code, company: name, minutes: CODE_MINUTES });
}

/**
 * The number as identities keep it, or null for one that no text message reaches. In Japan only mobile numbers take them: 060 to 090, with
 * eleven digits (Ministry of Internal Affairs, telephone numbering plan). Of other countries only the form is known here (ITU-T E.164).
 */
export function textableNumber(written: string): string | null {
  const number = normaliseIdentity('phone', written);
  if (number.startsWith('+81')) return /^\+81[6-9]0\d{8}$/.test(number) ? number : null;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
