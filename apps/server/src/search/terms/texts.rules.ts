// Pure: what is indexed of a message or conversation, and of a customer.
import { bigramsOf } from '../../platform/text/bigrams.ts';
import { foldText } from '../../platform/text/fold.ts';
import { foldReading, toKatakana } from '../../platform/text/kana.ts';
import { splitScripts } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { orderTerms } from './orders.rules.ts';
import { ownPhoneTerms, phoneTerms } from './phones.rules.ts';
import { saidTerms, tidyTerms, writtenTerms } from './words.rules.ts';

const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;
const SHORTEST_PREFIX = 2;

/** The beginning of a text, folded: as much as is searched of it. */
export const foldedForSearch = (text: string): string => foldText(text.slice(0, LONGEST_TEXT));

/** @param tokens the words of `folded` */
export const textTerms = (folded: string, tokens: readonly Token[]): string[] =>
  tidyTerms([...orderTerms(folded), ...phoneTerms(folded), ...writtenTerms(folded), ...saidTerms(tokens)]);

export type CustomerText = {
  name: string;
  reading: string;
  identities: readonly { kind: string; value: string }[];
  /** Attributes, tags, organization, address. */
  others: readonly string[];
};

/** A person is found by name as written or spoken, by its beginning in Latin letters, by address, number and whatever is known of them. */
export function customerTerms(customer: CustomerText, nameTokens: readonly Token[]): string[] {
  const name = foldText(customer.name.slice(0, LONGEST_NAME));
  const others = foldedForSearch(customer.others.join('\n'));
  const addresses = customer.identities
    .filter(({ kind }) => kind !== 'visitor')
    .map(({ kind, value }) => ({ kind, value: foldText(value.slice(0, LONGEST_NAME)) }));
  return tidyTerms([
    ...nameTerms(name),
    ...soundTerms(customer.reading || readingOf(name, nameTokens)),
    ...addresses.flatMap(({ kind, value }) =>
      kind === 'phone' ? ownPhoneTerms(value) : [...writtenTerms(value), ...orderTerms(value), ...beginnings(value)],
    ),
    ...writtenTerms(others, true),
    ...orderTerms(others),
    ...phoneTerms(others),
  ]);
}

/** 佐藤 花子 and 佐藤花子 are one name; sat finds Satō Hanako and sato@…. */
function nameTerms(name: string): string[] {
  const joined = name.replace(/[\s・]+/g, '');
  const written = [...writtenTerms(name, true), ...writtenTerms(joined, true)].filter(
    (term) => !/^[a-z0-9]/.test(term) || !term.includes(' '),
  );
  return [...written, ...written.map((term) => `%${term}`), ...beginnings(name), ...beginnings(name).map((term) => `%${term}`)];
}

/** Bigrams of how it sounds, with its first character: さ, さと, とう. */
export function soundTerms(reading: string): string[] {
  const sound = foldReading(toKatakana(foldText(reading.slice(0, LONGEST_NAME)).replace(/[\s・]+/g, '')));
  return /^[\u30a1-\u30fa]+$/.test(sound) ? bigramsOf(sound).map((gram) => `^${gram}`) : [];
}

/** How a name without a reading is probably read; empty when a word of it is unknown. */
export function readingOf(name: string, tokens: readonly Token[]): string {
  if (/^[\p{Script=Katakana}\p{Script=Hiragana}ー\s・]+$/u.test(name)) return name;
  return tokens.length > 0 && tokens.every(({ reading }) => reading !== '') ? tokens.map(({ reading }) => reading).join('') : '';
}

/** he, hel, hell of hello: people type the beginning of a name. */
function beginnings(folded: string): string[] {
  const found: string[] = [];
  for (const run of splitScripts(folded)) {
    if (run.script !== 'word') continue;
    for (const part of run.text.split(/[-.'_+&@/#]+/))
      for (let end = SHORTEST_PREFIX; end <= Math.min(part.length, 12); end += 1) found.push(part.slice(0, end));
  }
  return found;
}
