// Pure: whether a customer's message sounds angry, by words and a few rules. How well it does on labelled texts stands in README.md.
import { foldText } from '../../platform/text/fold.ts';
import type { MoodWord } from './words.rules.ts';
import { MOOD_WORDS_EN } from './words-en.rules.ts';
import { MOOD_WORDS_JA } from './words-ja.rules.ts';

export type MoodState = 'angry' | 'displeased' | 'none';

/** `words`: what spoke for it, as it stands in the message (folded), the weightiest first. None without a mood. */
export type Mood = { state: MoodState; words: string[]; soothed: boolean };

const ANGRY = 4;
const DISPLEASED = 2;
/** What is longer is a forwarded story; the beginning and the end say how its sender feels. */
const MOST_READ = 3000;
const MOST_WORDS = 5;
/** A single word of one weight more is worth it only in a short text: a long one holds some by chance. */
const LONG = 600;

const CALM: Mood = { state: 'none', words: [], soothed: false };

/** How a message sounds. `soothed`: it ends in thanks or relief and nothing in it is angry, so that whatever was before is over. */
export function judgeMood(text: string): Mood {
  const own = ownWords(text);
  const folded = foldText(own);
  if (folded === '') return CALM;
  const found = [...findIn(folded, MOOD_WORDS_JA), ...findIn(folded, MOOD_WORDS_EN)].sort((a, b) => b.weight - a.weight);
  const said = found.reduce((sum, { weight }) => sum + weight, 0);
  const soft = endsSoftly(folded);
  const score = said === 0 ? 0 : said + voiceOf(own, folded) - (soft ? 2 : 0) - (folded.length > LONG ? 1 : 0);
  const state = stateOf(score);
  if (state === 'none') return { ...CALM, soothed: soft && said < DISPLEASED };
  return { state, words: [...new Set(found.map(({ word }) => word))].slice(0, MOST_WORDS), soothed: false };
}

/** How a conversation sounds after a message: by what it says, or as before when it says nothing of it. */
export const moodAfter = (before: string | null, { state, soothed }: Mood): string | null => {
  if (state !== 'none') return state;
  return soothed ? null : before;
};

const stateOf = (score: number): MoodState => {
  if (score >= ANGRY) return 'angry';
  return score >= DISPLEASED ? 'displeased' : 'none';
};

/** Without what others said: lines quoted in a mail, addresses, and in Japanese brackets the names of things and errors. */
function ownWords(text: string): string {
  const lines = text
    .slice(0, MOST_READ * 4)
    .split('\n')
    .filter((line) => !/^\s*[>＞|]/.test(line));
  const own = lines
    .join('\n')
    .replace(/https?:\/\/\S+|[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+/g, ' ')
    .replace(/[「『【][^」』】]{1,80}[」』】]/g, '「」');
  return own.length <= MOST_READ ? own : `${own.slice(0, MOST_READ / 2)}\n${own.slice(-MOST_READ / 2)}`;
}

type Found = { word: string; weight: number };

function findIn(folded: string, words: readonly MoodWord[]): Found[] {
  return words.flatMap(([pattern, weight]) => {
    // The first place where it is meant; each pattern counts once, however often it stands there.
    for (const match of folded.matchAll(pattern)) {
      const before = folded.slice(Math.max(0, match.index - 40), match.index);
      const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 24);
      if (isMeant(before, after)) return [{ word: match[0].trim(), weight: weight + (INTENSE.test(before) && weight > 1 ? 1 : 0) }];
    }
    return [];
  });
}

/** Just before the word. */
const INTENSE =
  /(本当に|ほんとに|ほんとうに|マジで|まじで|非常に|とても|かなり|すごく|あまりにも?|どれだけ|完全に|大変|心底|\b(so|very|really|absolutely|totally|completely|utterly|extremely|beyond|truly|such an?))[\s、]*$/;

/** "怒っているわけではありません", "迷惑ではない"; a question at the end ("騙していませんか") denies nothing. */
const NOT_JA = '(?:ない(?!で|の|か)|なく|なかった|(?:あり|ござい|いたし)?ません(?!か)|ずに|ず、)';
const DENIED_JA = new RegExp(
  `^[^。!?\\n]{0,8}?(?:わけで[はも]|わけじゃ|つもりは|ほどで[はも]|ほどじゃ|では|じゃ|とは|が|は|も|思って(?:は)?い)${NOT_JA}|^[てでしさにくいっじ]{0,2}[はも]?(?:い|おり)?${NOT_JA}`,
);
/** "もし…の場合は", "…だったらどうなりますか": nobody says that it is so. */
const SUPPOSED_JA = /^[^。!?\n]{0,6}?(場合(は|に|、|も)|たらどう|かもしれないと|と(いう|いった)(噂|口コミ|評判|人|声))/;
const SUPPOSING_JA = /(もし|仮に|万が一)[^。!?]{0,30}$/;
/** Of "no complaints", "not bad", "never disappointed"; not of "not only", "can't … because". */
const DENIED_EN =
  /\b(not|never|no|without|hardly|isn't|wasn't|aren't|weren't|don't be|didn't|doesn't|won't|nothing|zero)( (so|that|too|very|really|at all|a|an|any|be|been|being|get|got|to|such|even|feel|feeling|mean to be))*\s*$/;
const SUPPOSED_EN =
  /\b(if (you|i|it|they|we) (are|am|is|were|was|get|got|feel|ever)|in case (of|you|it)|hope (it|you|that) (is|are|was)( not|n't)?)( \w+)?\s*$/;

const isMeant = (before: string, after: string): boolean =>
  !DENIED_JA.test(after) && !SUPPOSED_JA.test(after) && !SUPPOSING_JA.test(before) && !DENIED_EN.test(before) && !SUPPOSED_EN.test(before);

/** How it is said: exclamation marks in a row, question marks in a row, shouting in capitals. */
function voiceOf(own: string, folded: string): number {
  const marks = /!\s*[!?]|\?\s*[!?]/.test(folded) ? 1 : 0;
  const words = own.replace(/[@#]\S+/g, ' ').match(/\b[A-Za-z']{3,}\b/g) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase()).length;
  return marks + (shouted >= 3 && shouted >= words.length / 4 ? 1 : 0);
}

const SOFT_JA =
  /(ありがとうござい(ます|ました)|ありがとう(!|。|$)|有難うござい|助かりました|助かります|解決(し|でき)ました|安心し(ました|て)|大丈夫(です|でした)|(こちら|私|当方)の(勘違い|間違い|ミス|確認不足)|失礼しました|失礼いたしました|すみませんでした|申し訳(ありません|ございません)でした)[^。]{0,12}[。!♪^)w]*$/;
const SOFT_EN =
  /(thank you( so much| very much| all)?|thanks( so much| a lot| again)?( for (the|your|all) [\w ]{3,30})?|appreciate (it|the|your) ?[\w ]{0,20}|my (bad|mistake|fault)|no worries|all good( now)?|(all |it'?s |got it )(sorted|resolved|fixed|working)( out)?( now)?|love (you|it))[ .!:)♥❤\p{Extended_Pictographic}]*$/u;

/** Thanks or an apology at the end take something back. Not the thanks in advance that every polite complaint ends with. */
const endsSoftly = (folded: string): boolean => {
  const end = folded.slice(-70);
  return !/よろしく|in advance|for nothing|no thanks/.test(end) && (SOFT_JA.test(end) || SOFT_EN.test(end));
};
