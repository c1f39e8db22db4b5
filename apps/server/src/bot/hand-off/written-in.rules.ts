// Pure: which language somebody wrote in, as far as their script tells.

const SCRIPTS = {
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  han: /\p{Script=Han}/gu,
  latin: /\p{Script=Latin}/gu,
  hangul: /\p{Script=Hangul}/gu,
  thai: /\p{Script=Thai}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
};
type Script = keyof typeof SCRIPTS;

/** A language of its own, or (four letters) a script that several share. */
const CODES: Record<Exclude<Script, 'kana' | 'han' | 'latin'>, string> = { hangul: 'ko', thai: 'th', cyrillic: 'Cyrl', arabic: 'Arab' };

/** Characters that only simplified Chinese writes so: enough to tell it from a Japanese sentence of kanji alone. */
const ONLY_CHINESE = /[们这个为什么吗请问谢还应该开关发现买卖钱单货换诉话让给过东车门间时样]/u;
const ENGLISH =
  /\b(the|is|are|my|i|you|to|how|what|where|when|can|can’t|can't|do|did|not|it|for|of|please|help|hello|hi|order|want|have)\b/iu;

/**
 * The code of the language (ja, en, ko …) or script (Latn, Cyrl …) that most of a text is written in; null when too little is written to
 * tell. Kana make a text Japanese, whatever else is in it: product names and addresses are Latin everywhere.
 */
export function writtenIn(text: string): string | null {
  const words = text.replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
  const counts = (Object.keys(SCRIPTS) as Script[]).map((script) => ({ script, count: words.match(SCRIPTS[script])?.length ?? 0 }));
  const of = (script: Script) => counts.find((one) => one.script === script)!.count;
  if (of('kana') > 0 && of('kana') + of('han') >= of('latin') / 5) return 'ja';
  const [most] = counts.sort((a, b) => b.count - a.count);
  if (!most || most.count < 2) return null;
  switch (most.script) {
    case 'kana':
      return 'ja';
    case 'han':
      return ONLY_CHINESE.test(words) ? 'zh' : 'ja';
    case 'latin':
      return most.count < 4 ? null : ENGLISH.test(words) ? 'en' : 'Latn';
    default:
      return CODES[most.script];
  }
}

/** The name of such a code for a reader: 英語, Thai, ラテン文字. */
export const languageName = (code: string, reader: 'ja' | 'en'): string =>
  new Intl.DisplayNames(reader, { type: code.length === 4 ? 'script' : 'language' }).of(code) ?? code;
