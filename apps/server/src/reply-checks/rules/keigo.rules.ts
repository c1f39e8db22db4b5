// Respect twice over, respect to the wrong side, and what is said of a shop counter rather than in a letter.
// After 敬語の指針 (文化審議会, 2007): 二重敬語, and 謙譲語 said of the customer's own acts. What it calls established (お召し上がりになる, お伺いする) is left alone.
import type { Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

type Slip = { pattern: RegExp; instead: string | null; weight: 'warning' | 'hint' };

/** What stands before になる when it is said with respect: ご覧, お求め, ご利用 … */
const RESPECTED = 'お[一-龠ぁ-ん]{1,4}|ご[一-龠]{1,3}';

const slips: readonly Slip[] = [
  // 二重敬語: a verb of respect with れる・られる on top.
  { pattern: /おっしゃられ(?=[たて])/g, instead: 'おっしゃっ', weight: 'warning' },
  { pattern: /おっしゃられ(?=ま)/g, instead: 'おっしゃい', weight: 'warning' },
  { pattern: /おっしゃられる/g, instead: 'おっしゃる', weight: 'warning' },
  { pattern: new RegExp(`(${RESPECTED})になられ(?=[たて])`, 'g'), instead: '$1になっ', weight: 'warning' },
  { pattern: new RegExp(`(${RESPECTED})になられ(?=ま)`, 'g'), instead: '$1になり', weight: 'warning' },
  { pattern: new RegExp(`(${RESPECTED})になられる`, 'g'), instead: '$1になる', weight: 'warning' },
  { pattern: /拝見(?:さ|させて)いただきました/g, instead: '拝見しました', weight: 'hint' },
  { pattern: /拝見(?:さ|させて)いただきます/g, instead: '拝見します', weight: 'hint' },
  { pattern: /お伺いさせていただきます/g, instead: '伺います', weight: 'hint' },
  { pattern: /いただけますでしょうか/g, instead: 'いただけますか', weight: 'hint' },
  // 謙譲語 said of what the customer does.
  { pattern: /申され(?=[たてまる])/g, instead: 'おっしゃっ', weight: 'warning' },
  { pattern: /申しておられ(?=[たるま])/g, instead: null, weight: 'warning' },
  { pattern: /拝見してください/g, instead: 'ご覧ください', weight: 'warning' },
  { pattern: /拝見(?:されました|されましたか|されます)/g, instead: null, weight: 'warning' },
  { pattern: /(?<!に|へ)伺ってください/g, instead: 'お尋ねください', weight: 'warning' },
  { pattern: /いただいてください/g, instead: 'お受け取りください', weight: 'warning' },
  { pattern: /頂いて(?:下|くだ)さい/g, instead: 'お受け取りください', weight: 'warning' },
  { pattern: /ご?参られ(?=[たてまる])/g, instead: null, weight: 'warning' },
  { pattern: /いたしましたか[?？]/g, instead: 'なさいましたか？', weight: 'warning' },
  { pattern: /ご(利用|確認|連絡|購入|登録|入力|使用|記入|返信|返送)できます(?=か|。|$)/gm, instead: 'ご$1いただけます', weight: 'hint' },
  { pattern: /お(使い|求め|試し|受け取り|申し込み|選び)できます(?=か|。|$)/gm, instead: 'お$1いただけます', weight: 'hint' },
  // Towards the company's own side.
  { pattern: /(弊社|当社|私ども|当店)(?:の|は|が)?.{0,8}おっしゃ/g, instead: null, weight: 'hint' },
  { pattern: /弊社様|当社様|当店様/g, instead: null, weight: 'warning' },
  // Of the shop counter.
  { pattern: /よろしかったでしょうか/g, instead: 'よろしいでしょうか', weight: 'hint' },
  { pattern: /(?<=[ぁ-んァ-ヶ一-龠々ー])のほう(?=[をがはで、]|に(?:なり|ご))/g, instead: null, weight: 'hint' },
];

/** Slips in the language of respect. */
export const keigoRule: Rule = ({ text }) =>
  slips.flatMap(({ pattern, instead, weight }) =>
    findAll(text, pattern, (match) => ({
      rule: 'keigo',
      weight,
      instead: instead?.replace('$1', match[1] ?? '') ?? null,
    })),
  );
