// What reads as curt, blaming or out of place towards a customer.
import type { Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

type Slip = { pattern: RegExp; instead: string | null; weight: 'warning' | 'hint' };

const japanese: readonly Slip[] = [
  { pattern: /了解(?:です|しました|いたしました|致しました)/g, instead: '承知いたしました', weight: 'warning' },
  { pattern: /ご?苦労(?:様|さま)(?:です|でした)?/g, instead: null, weight: 'warning' },
  { pattern: /(?<!ご)すみません(?:が|でした)?/g, instead: null, weight: 'hint' },
  { pattern: /ごめんなさい|ごめんね/g, instead: '申し訳ございません', weight: 'warning' },
  { pattern: /なるほどですね?/g, instead: 'おっしゃるとおりです', weight: 'warning' },
  {
    pattern: /(?:前|先ほど|さっき|すでに|既に)にも?(?:言|お伝えし|説明し|申し上げ)(?:った|ました|まし)た?(?:よう|とおり|通り)/g,
    instead: null,
    weight: 'hint',
  },
  { pattern: /ですから[、,]/g, instead: 'そのため、', weight: 'hint' },
  { pattern: /(?:お客様|そちら)の(?:勘違い|思い違い|間違い|ミス)/g, instead: null, weight: 'warning' },
  { pattern: /(?:出来|でき)かねません/g, instead: 'できかねます', weight: 'warning' },
  { pattern: /(?:無理|ダメ|駄目)です/g, instead: 'いたしかねます', weight: 'warning' },
  { pattern: /知りません(?:。|$)/gm, instead: '存じません。', weight: 'hint' },
  { pattern: /わかりません(?:。|$)/gm, instead: '分かりかねます。', weight: 'hint' },
  { pattern: /(?:！|!){2,}/g, instead: '。', weight: 'hint' },
  { pattern: /(?:笑|w{2,})(?=[。\s]|$)/gm, instead: '', weight: 'warning' },
];

const english: readonly Slip[] = [
  { pattern: /\bcalm down\b/gi, instead: null, weight: 'warning' },
  { pattern: /\bas (?:I|we) (?:already |previously )?(?:said|told you|mentioned)\b/gi, instead: null, weight: 'hint' },
  { pattern: /\byou should have\b/gi, instead: null, weight: 'hint' },
  { pattern: /\byou (?:failed|forgot|neglected) to\b/gi, instead: null, weight: 'warning' },
  { pattern: /\b(?:not|isn['’]t) (?:my|our) (?:problem|fault|job)\b/gi, instead: null, weight: 'warning' },
  { pattern: /\b(?:obviously|clearly), you\b/gi, instead: null, weight: 'warning' },
  { pattern: /!{2,}/g, instead: '.', weight: 'hint' },
  { pattern: /\b[A-Z]{4,}(?: [A-Z]{2,}){2,}\b/g, instead: null, weight: 'hint' },
];

const said = (text: string, slips: readonly Slip[]) =>
  slips.flatMap(({ pattern, instead, weight }) => findAll(text, pattern, () => ({ rule: 'tone', weight, instead })));

/** What reads as curt or blaming. */
export const toneRule: Rule = ({ text, locale }) => said(text, locale === 'ja' ? japanese : english);

/** A word twice in a row, as a hand slips in English. */
export const repeatedWordRule: Rule = ({ text }) =>
  findAll(text, /\b(?!that\b|had\b|very\b|so\b|no\b|bye\b|ha\b)([a-z]{2,})\s+\1\b/gi, ([, word]) => ({
    rule: 'repeated_word',
    weight: 'hint',
    instead: word!,
  }));
