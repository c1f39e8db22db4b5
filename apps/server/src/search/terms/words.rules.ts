// Pure: the words of a text as terms. What a term begins with says what it is:
//   返品, refund  written so: character bigrams of Japanese, stems of other words      =届く, =届く!  said in any form, and denied
//   ~サトウ        the sound of a name        #, #<  a number, and its beginning          +  a telephone number
//   %, ^          of a customer's name: as written, and its sound                          @  where, when and whose it is

import { bigramsOf } from '../../platform/text/bigrams.ts';
import { foldReading, toKatakana } from '../../platform/text/kana.ts';
import { latinStems } from '../../platform/text/latin.ts';
import { splitScripts } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';

const MOST_TERMS = 4000;
const LONGEST_TERM = 100;
/** Verbs that nearly every sentence has. */
const LIGHT = new Set(
  'する ある いる なる くる やる れる られる せる させる くださる いただく いたす おる ござる お願い 願う 思う できる 下さる 頂く 致す 言う いう'.split(
    ' ',
  ),
);
const KANJI = /^\p{Script=Han}$/u;

/** What somebody says with a word, whatever its form. */
export type Said = { base: string; surface: string; isDenied: boolean; isName: boolean; isInflected: boolean; reading: string };

/** The words of a text that carry its matter, in order. */
export function saidIn(tokens: readonly Token[]): Said[] {
  const said: Said[] = [];
  let last: Said | null = null;
  for (const { surface, base, pos, detail, reading } of tokens) {
    if ((pos === '動詞' || pos === '形容詞') && detail === '自立') {
      last = { base, surface, isDenied: false, isName: false, isInflected: true, reading };
      said.push(last);
    } else if (pos === '名詞' && detail !== '非自立' && detail !== '代名詞' && detail !== '数' && detail !== '接尾') {
      said.push({ base, surface, isDenied: false, isName: detail === '固有名詞', isInflected: false, reading });
      last = null;
    } else if (pos === '助動詞' && (base === 'ない' || base === 'ん' || base === 'ぬ') && last) last.isDenied = true;
    else if (pos === '形容詞' && base === 'ない' && last) last.isDenied = true;
  }
  return said;
}

export const isLight = ({ base, isInflected }: Said): boolean => isInflected && LIGHT.has(base);
export const saidTerm = ({ base, isDenied }: Pick<Said, 'base' | 'isDenied'>): string => `=${base}${isDenied ? '!' : ''}`;
export const soundTerm = (reading: string): string => `~${foldReading(toKatakana(reading))}`;

/** As a folded text is written. `whole`: single kanji too, for names and other short texts. */
export function writtenTerms(folded: string, whole = false): string[] {
  const terms = latinStems(folded, true);
  for (const run of splitScripts(folded)) {
    if (run.script === 'word') continue;
    terms.push(...bigramsOf(run.text));
    if (whole) terms.push(...Array.from(run.text).filter((character) => KANJI.test(character)));
  }
  return terms;
}

/** Words in their dictionary form, single kanji that are words (茶), and names by their sound. */
export function saidTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = [];
  for (const said of saidIn(tokens)) {
    if (said.isInflected && !isLight(said)) {
      terms.push(saidTerm({ ...said, isDenied: false }));
      if (said.isDenied) terms.push(saidTerm(said));
    }
    if (KANJI.test(said.surface)) terms.push(said.surface);
    if (said.isName && said.reading.length > 1) terms.push(soundTerm(said.reading));
  }
  return terms;
}

/** Each once, none empty or endless: what the database takes. A long text ends somewhere. */
export function tidyTerms(terms: Iterable<string>): string[] {
  const tidy = new Set<string>();
  for (const term of terms) {
    if (term.length > 0 && term.length <= LONGEST_TERM) tidy.add(term);
    if (tidy.size >= MOST_TERMS) break;
  }
  return [...tidy];
}
