// Pure: terms → what PostgreSQL is asked. Made here letter by letter and quoted, so that nothing somebody types is read as an operator.
import { bigramsOf } from '../../platform/text/bigrams.ts';
import { latinStems } from '../../platform/text/latin.ts';
import { romajiToKatakana } from '../../platform/text/romaji.ts';
import { kanaShares, splitScripts } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { customerMark, numberMark } from '../terms/marks.rules.ts';
import { phoneTerm } from '../terms/phones.rules.ts';
import { readingOf, soundTerms } from '../terms/texts.rules.ts';
import { isLight, saidIn, saidTerm, soundTerm } from '../terms/words.rules.ts';
import type { Term } from './parse.rules.ts';

/** A term with the words of its text, and the customers whose name it may be. */
export type ReadTerm = Term & { tokens: readonly Token[]; customerIds: readonly string[] };

/** More would say nothing more: a text that has 24 parts of a sentence has the sentence. */
const MOST_PARTS = 24;
const LONGEST_SOUND = 24;

export const lexeme = (term: string): string => `'${term.replace(/['\\]/g, (sign) => sign + sign)}'`;
const distinct = (parts: readonly (string | null)[]): string[] => [...new Set(parts.filter((part): part is string => !!part))];
/** Null for no parts: nothing is asked. */
export const every = (parts: readonly (string | null)[]): string | null => {
  const some = distinct(parts).slice(0, MOST_PARTS);
  return some.length === 0 ? null : some.length === 1 ? some[0]! : `(${some.join(' & ')})`;
};
export const either = (parts: readonly (string | null)[]): string | null => {
  const some = distinct(parts);
  return some.length === 0 ? null : some.length === 1 ? some[0]! : `(${some.join(' | ')})`;
};
const not = (part: string | null): string | null => part && `!${part}`;

/** Every part of the text, in the order in which it is written. */
const written = (text: string, prefix = ''): string | null =>
  every(
    splitScripts(text).flatMap(({ script, text: run }) =>
      (script === 'cjk' ? bigramsOf(run) : latinStems(run, true)).map((term) => lexeme(prefix + term)),
    ),
  );

/** The words that carry the matter, whatever their form: 届きません asks for what was denied to arrive. Null when that says nothing more. */
function inAnyForm(tokens: readonly Token[]): string | null {
  const said = saidIn(tokens).filter((one) => !isLight(one));
  if (said.length === 0 || (said.length === tokens.length && !said.some(({ isInflected }) => isInflected))) return null;
  return every(said.map((one) => (one.isInflected ? lexeme(saidTerm(one)) : written(one.surface))));
}

/** さとう and sato are how 佐藤 sounds. */
function soundOf(text: string): string | null {
  if (text.length > LONGEST_SOUND) return null;
  if (kanaShares(text).kana === 1 && text.length > 1) return text;
  return /^[a-z]{3,}$/.test(text) ? romajiToKatakana(text) : null;
}

function numberParts(text: string): string | null {
  const number = text.replace(/^#/, '');
  const isOfConversation = /^\d{1,9}$/.test(number);
  return either([
    isOfConversation ? lexeme(numberMark(Number(number))) : null,
    lexeme(`#${number}`),
    text.startsWith('#') || number.length < 4 ? null : lexeme(`#<${number}`),
    text.startsWith('#') ? null : lexeme(number),
  ]);
}

function inTalk(term: ReadTerm): string | null {
  if (term.kind === 'phone') return lexeme(phoneTerm(term.text));
  if (term.kind === 'number') return numberParts(term.text);
  if (term.kind === 'exact') return written(term.text);
  const sound = soundOf(term.text);
  return either([
    written(term.text),
    inAnyForm(term.tokens),
    sound ? lexeme(soundTerm(sound)) : null,
    ...term.customerIds.map((id) => lexeme(customerMark(id))),
  ]);
}

/** The sound of a name that is asked for: as it was typed, or as it is probably read. */
const soundOfName = (term: ReadTerm): string | null => {
  const sound = soundOf(term.text) ?? readingOf(term.text, term.tokens);
  return sound ? every(soundTerms(sound).map(lexeme)) : null;
};

function inCustomers(term: ReadTerm): string | null {
  if (term.kind === 'phone') return lexeme(phoneTerm(term.text));
  if (term.kind === 'number') return either([numberParts(term.text), lexeme(`#<${term.text.replace(/^#/, '')}`)]);
  if (term.kind === 'exact') return written(term.text);
  return either([written(term.text), /^[a-z]{2,12}$/.test(term.text) ? lexeme(term.text) : null, soundOfName(term)]);
}

/** Only by name: for what else is known of a person nobody takes their conversations to be meant. */
export const namedBy = (term: ReadTerm): string | null =>
  term.kind !== 'words' || term.isUnwanted || splitScripts(term.text).length !== 1
    ? null
    : either([written(term.text, '%'), /^[a-z]{2,12}$/.test(term.text) ? lexeme(`%${term.text}`) : null, soundOfName(term)]);

const all = (terms: readonly ReadTerm[], of: (term: ReadTerm) => string | null): string | null => {
  const wanted = terms.filter(({ isUnwanted }) => !isUnwanted).map(of);
  if (wanted.length === 0 || wanted.some((part) => part === null)) return null;
  return every([...wanted, ...terms.filter(({ isUnwanted }) => isUnwanted).map((term) => not(of(term)))]);
};

/** For messages and conversations; `persons`: customers whose name is all that was typed. Null when nothing can be asked. */
export const talkQuery = (terms: readonly ReadTerm[], persons: readonly string[] = []): string | null =>
  either([all(terms, inTalk), ...(terms.length > 1 ? persons.map((id) => lexeme(customerMark(id))) : [])]);

export const customersQuery = (terms: readonly ReadTerm[]): string | null => all(terms, inCustomers);
