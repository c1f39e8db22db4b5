// What is no question of respect: dropped syllables, words that say the same twice, negations that cancel each other, words mistaken for their likes.
import type { Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

type Slip = { pattern: RegExp; instead: string | null };

/** Verbs whose potential form is られる (一段 and 来る) that letters of a shop are full of. Their 〜れば is the conditional, and right. */
const LONG_POTENTIAL =
  '見|来|着|出|寝|食べ|起き|受け|答え|決め|開け|閉め|届け|続け|変え|替え|換え|調べ|伝え|入れ|付け|止め|辞め|考え|覚え|確かめ|見つけ|預け|避け';

const slips: readonly Slip[] = [
  { pattern: new RegExp(`(${LONG_POTENTIAL})れ(?=る|ない|なく|なか|ます|ませ|まし|た|て)`, 'g'), instead: '$1られ' },
  { pattern: /することが(?=でき(?:る|た|ない|なか|ます|ませ|まし))/g, instead: '' },
  {
    pattern:
      /(?<=[わかさたなまらがざばれきけべめえにじせてねげぜでへ])ないことは(?:ない|なかった|ありません|ございません)|なくは(?:ない|ありません)/g,
    instead: null,
  },
  // 重言: the second word says what the first one said.
  { pattern: /(?:まず|一番)(?:最初|初め|始め)に/g, instead: '最初に' },
  { pattern: /お(?:体|身体|からだ)(?:を|に|には|も|、)?(?:どうぞ)?ご自愛/g, instead: 'ご自愛' },
  { pattern: /約(\s?[0-9０-９,，.]+\s?[^\s、。0-9０-９]{1,3}?)(?:ほど|程|くらい|ぐらい|前後)/g, instead: '約$1' },
  { pattern: /返(?:事|信)を返(?=[しすさ])/g, instead: '返信' },
  { pattern: /違和感を感じ/g, instead: '違和感を覚え' },
  { pattern: /過半数を超え/g, instead: '半数を超え' },
  { pattern: /(?:必ず|必須で)必要/g, instead: '必要' },
  // 同音: mistaken for their likes.
  { pattern: /(割引|クーポン|価格|送料|特典|ポイント|キャンペーン|料金)([がはをも]|まで)?適応(?=[さすい])/g, instead: '$1$2適用' },
  { pattern: /(メーカー|製品|商品の?|品質|無償|返金)保障/g, instead: '$1保証' },
  { pattern: /保障(?=期間|書)/g, instead: '保証' },
];

/** A sentence that ends in the plain style. */
const PLAIN_END = /(?:のである|である|のだ|だった|であった)(?=。)/g;
const POLITE_END = /(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|ございます)(?=[。！!？?\n]|$)/g;

/** Slips of the pen in Japanese. */
export const writingRule: Rule = ({ text, locale }) => {
  if (locale !== 'ja') return [];
  const said = slips.flatMap(({ pattern, instead }) =>
    findAll(text, pattern, ([, first = '', second = '']) => ({
      rule: 'writing',
      weight: 'hint',
      instead: instead?.replace('$1', first).replace('$2', second) ?? null,
    })),
  );
  // One plain ending in a polite letter is a slip; a text that is plain throughout is a choice.
  const plain = (text.match(POLITE_END)?.length ?? 0) > 0 ? findAll(text, PLAIN_END, () => ({ rule: 'writing', weight: 'hint' })) : [];
  return [...said, ...plain];
};
