// Pure: what the filter counts of a message. Nothing here depends on what was learned, so that the same message is always the same tokens.
import { bigramsOf } from '../../platform/text/bigrams.ts';
import { cutText, foldText } from '../../platform/text/fold.ts';
import { splitScripts } from '../../platform/text/scripts.ts';
import { STOP_WORDS } from '../../platform/text/stop-words.ts';
import type { Suspect } from '../spam.types.ts';
import { signsOf } from './signs.rules.ts';

/** What comes after so many characters says little that was not said before, and costs time. */
const MOST_CHARACTERS = 6000;
/** Of one message; what was learned of it can be unlearned only as long as it is kept. */
export const MOST_TOKENS = 300;
const LONGEST_WORD = 24;
/** A sign among the words: no word of a text begins like this. */
const SIGN = '#';

const JOINTS = /[-.'_+&@/#]+/;
const KATAKANA = /[\u30a1-\u30ff]{2,}/g;
const KANJI = /\p{Script=Han}+[\u3041-\u309f]?/gu;
const LINK = /https?:\/\/([^\s/:?#"'<>()]+)/gi;

/** What is counted: words, character bigrams of Japanese, domains of links, and the signs of what is odd. Each once, signs first. */
export function tokensOf(suspect: Suspect): string[] {
  const text = cutText(`${suspect.subject}\n${suspect.text}`, MOST_CHARACTERS);
  const tokens = new Set<string>(signsOf(suspect).map((sign) => `${SIGN}${sign}`));
  for (const domain of linkedDomains(suspect)) tokens.add(`${SIGN}link:${domain}`);
  for (const word of wordsOf(foldText(text.replace(LINK, ' ')))) {
    if (tokens.size >= MOST_TOKENS) break;
    tokens.add(word);
  }
  return [...tokens];
}

/** The words among the tokens, to be shown to a person. */
export const isWord = (token: string): boolean => !token.startsWith(SIGN);
/** The domain that a token stands for, or the sign; null for a word. */
export const linkOf = (token: string): string | null => (token.startsWith(`${SIGN}link:`) ? token.slice(6) : null);
export const signOf = (token: string): string | null => (token.startsWith(SIGN) && !linkOf(token) ? token.slice(1) : null);

function* wordsOf(folded: string): Generator<string> {
  for (const { script, text } of splitScripts(folded)) {
    if (script === 'cjk') yield* japaneseOf(text);
    else for (const part of text.split(JOINTS)) if (isTelling(part)) yield part;
  }
}

/**
 * What of Japanese is its matter and not its grammar: words in katakana whole, kanji as bigrams, with what is inflected of them (稼げ 今す).
 * Not every bigram: the four of one word would count as four witnesses who all saw the same.
 */
function* japaneseOf(run: string): Generator<string> {
  yield* run.match(KATAKANA) ?? [];
  for (const kanji of run.match(KANJI) ?? []) yield* bigramsOf(kanji).filter((gram) => gram.length > 1);
}

const isTelling = (word: string): boolean =>
  word.length >= 2 && word.length <= LONGEST_WORD && !/^\d+$/.test(word) && !STOP_WORDS.has(word);

const HREF = /\bhref\s*=\s*["']?https?:\/\/([^\s/:?#"'<>]+)/gi;

/** The sites a message leads to, as they were registered, and the ends of their names; the first ten. */
function linkedDomains({ text, mail }: Suspect): string[] {
  const hosts = [...text.matchAll(LINK), ...(mail?.html ?? '').slice(0, 50_000).matchAll(HREF)].map(([, host = '']) => host.toLowerCase());
  const names = [...new Set(hosts.map(registeredOf))].slice(0, 10);
  return [...new Set(names.flatMap((name) => [name, `.${name.slice(name.lastIndexOf('.') + 1)}`]))];
}

/** shop.example.co.jp → example.co.jp, www.example.com → example.com: near enough to tell sites apart. */
function registeredOf(host: string): string {
  const labels = host.split('.');
  const isUnderTwo = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.slice(isUnderTwo ? -3 : -2).join('.');
}
