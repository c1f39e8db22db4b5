// Pure: what stands in a search field while somebody is still typing → what it may become.
import { cutText, foldText } from '../../platform/text/fold.ts';
import { foldReading, toHiragana, toKatakana } from '../../platform/text/kana.ts';
import { romajiToKatakana } from '../../platform/text/romaji.ts';
import { hasCjk } from '../../platform/text/scripts.ts';

/** Readings of what was typed. `texts` are compared with the writing, `readings` (katakana) and `sounds` with how it is read. */
export type Typed = { folded: string; texts: string[]; readings: string[]; sounds: string[] };

const MOST_CHARACTERS = 100;
const VOWELS = [...'aiueo'];
/** What can stand before a vowel: the beginning of a syllable whose end is not typed yet. */
const OPENING = /^(?:[bcdfghjkmnprstvwyz]|[bcghkmnprsz]y|sh|ch|ts)?$/;
const KANA_ONLY = /^[\u3041-\u3096\u30a1-\u30fc\s]+$/;

/** Reads partial input: そうryo and そうr (an input method's letters that are not kana yet) mean what そうりょ does. */
export function readTyped(raw: string): Typed {
  const folded = foldText(cutText(raw, MOST_CHARACTERS));
  const [, head = '', tail = ''] = /^(.*?)([a-z']*)$/s.exec(folded) ?? [];
  const inKana = hasCjk(head) || head === '' ? completions(tail) : [romajiToKatakana(folded) ?? ''].filter(Boolean);
  const texts = hasCjk(head) && tail !== '' ? [folded, ...inKana.map((kana) => head + toHiragana(kana))] : [folded];
  const readings = head === '' || KANA_ONLY.test(head) || !hasCjk(head) ? inKana.map((kana) => toKatakana(kanaOf(head)) + kana) : [];
  const whole = [...new Set(readings.map((reading) => reading.replace(/\s/g, '')))].filter(Boolean);
  return { folded, texts: [...new Set(texts)], readings: whole, sounds: [...new Set(whole.map(foldReading))] };
}

/** Latin words before the last are in its reading already. */
const kanaOf = (head: string): string => (hasCjk(head) ? head : '');

/** Katakana that Latin letters can become: ryo → リョ; r → ラ リ ル レ ロ; nothing for what cannot be Japanese. No letters give ''. */
function completions(letters: string): string[] {
  if (letters === '') return [''];
  const found = new Set<string>();
  const whole = romajiToKatakana(letters);
  if (whole) found.add(whole);
  for (const length of [1, 2]) {
    const [begun, opening] = [letters.slice(0, -length), letters.slice(-length)];
    if (letters.length < length || !OPENING.test(opening)) continue;
    const kana = begun === '' ? '' : romajiToKatakana(begun);
    if (kana === null) continue;
    for (const vowel of VOWELS) {
      const next = romajiToKatakana(opening + vowel);
      if (next) found.add(kana + next[0]!);
    }
  }
  return [...found];
}
