const HIRAGANA_TO_KATAKANA = 0x60;
const MAYBE_HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
const MAYBE_KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;

/** ひらがな → ヒラガナ, and nothing else: other characters, half-width kana among them, stay as they are (fold first). */
export function toKatakana(text: string): string {
  return text.replace(MAYBE_HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA));
}

/** カタカナ → かたかな. The long vowel mark ー and ヷヸヹヺ, which have no hiragana, stay. */
export function toHiragana(text: string): string {
  return text.replace(MAYBE_KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - HIRAGANA_TO_KATAKANA));
}

/** サーバー → サーバ. Words of one or two characters keep theirs: キー and カー would lose half of themselves. */
export function dropFinalLongVowel(word: string): string {
  return word.length > 2 && word.endsWith('ー') && /^[ァ-ヺー]+$/.test(word) ? word.slice(0, -1) : word;
}

const SMALL_KANA = 'ァィゥェォッャュョヮヵヶ';
const LARGE_KANA = 'アイウエオツヤユヨワカケ';
const V_SOUNDS: Record<string, string> = {
  ヴァ: 'バ',
  ヴィ: 'ビ',
  ヴェ: 'ベ',
  ヴォ: 'ボ',
  ヴ: 'ブ',
  ヷ: 'バ',
  ヸ: 'ビ',
  ヹ: 'ベ',
  ヺ: 'ボ',
};

/** ソウ, オオ, セイ, クウ: a vowel that only makes the one before it long. */
const LONG_VOWEL =
  /([アカサタナハマヤラワガザダバパ])ア+|([イキシチニヒミリギジビピ])イ+|([ウクスツヌフムユルグズブプ])ウ+|([エケセテネヘメレゲゼデベペ])[イエ]+|([オコソトノホモヨロヲゴゾドボポ])[ウオ]+/g;

/**
 * The sound of a reading with what people write differently taken away, so that ユーザー, ユーザ and ゆーざー meet, and souryou with
 * soryo: katakana; no long vowels; small kana large; ヴ as バ行; ヂヅ as ジズ. Used to find words written in kana only, or misspelled.
 */
export function foldReading(reading: string): string {
  return toKatakana(reading)
    .replace(/ヴ[ァィェォ]|[ヴヷヸヹヺ]/g, (sound) => V_SOUNDS[sound] ?? sound)
    .replace(/ー/g, '')
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => LARGE_KANA.charAt(SMALL_KANA.indexOf(kana)))
    .replace(/ヂ/g, 'ジ')
    .replace(/ヅ/g, 'ズ')
    .replace(LONG_VOWEL, (_all, ...rows) => String(rows.slice(0, 5).find(Boolean)));
}
