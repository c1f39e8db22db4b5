// Pure: what of a found text is to be highlighted.
import { foldText } from '../../platform/text/fold.ts';
import { latinStems } from '../../platform/text/latin.ts';
import { splitScripts } from '../../platform/text/scripts.ts';
import type { ReadTerm } from '../query/tsquery.rules.ts';
import { isLight, saidIn } from '../terms/words.rules.ts';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const SEPARATOR = '[-_ ().]{0,2}';
const spaced = (text: string): string => Array.from(text, literal).join(SEPARATOR);

/** One pattern for everything that the wanted terms may have found, on folded text; null when nothing of it can be shown. */
export function needlesOf(terms: readonly ReadTerm[]): RegExp | null {
  const sources = terms.filter(({ isUnwanted }) => !isUnwanted).flatMap(sourcesOf);
  // The longest first: 届きません before 届.
  const distinct = [...new Set(sources)].sort((a, b) => b.length - a.length);
  return distinct.length === 0 ? null : new RegExp(distinct.join('|'), 'giu');
}

function sourcesOf({ kind, text, tokens }: ReadTerm): string[] {
  if (kind === 'phone') return [`(?:\\+?81|0)${SEPARATOR}${spaced(text.replace(/^\+81|^0/, ''))}`, spaced(text)];
  if (kind === 'number') return [`#?${spaced(text.replace(/^#/, ''))}`];
  if (kind === 'exact') return [literal(text).replaceAll(' ', '\\s*')];
  const written = splitScripts(text).map((run) => (run.script === 'cjk' ? literal(run.text) : wordSource(run.text)));
  const said = saidIn(tokens)
    .filter((one) => !isLight(one))
    .map(({ base, surface, isInflected }) => (isInflected ? inflected(base) : surface.length > 1 ? literal(surface) : null));
  return [...written, ...said.filter((one) => one !== null)];
}

/** refunds, refunded and refund have one stem; in the middle of another word it is none of them. */
function wordSource(word: string): string {
  const stem = latinStems(word, true)[0] ?? word;
  const common = /^[a-z]{3,}$/.test(word) ? commonStart(word, stem) : word;
  return `(?<![\\p{Script=Latin}\\p{N}])${literal(common)}${/^[a-z]{3,}$/.test(word) ? '[a-z]*' : ''}`;
}

function commonStart(word: string, stem: string): string {
  let end = 0;
  while (end < stem.length && stem[end] === word[end]) end += 1;
  return word.slice(0, Math.max(end, 3));
}

/** 届く: 届 and the kana after it. A stem of a single hiragana would be everywhere. */
function inflected(base: string): string | null {
  const stem = foldText(base).replace(/[\u3041-\u309f]$/, '');
  return stem.length > 1 || /\p{Script=Han}/u.test(stem) ? `${literal(stem)}[\\u3041-\\u309f]?` : null;
}
