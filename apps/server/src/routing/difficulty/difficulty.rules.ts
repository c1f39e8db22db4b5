// Pure: how hard a conversation is, why, and what is learned when somebody says otherwise.
import type { Difficulty, Reason } from '@madoguchi/contract/routing.ts';
import { foldText } from '../../platform/text/fold.ts';

/** What is known of a conversation when people get it. */
export type Told = {
  /** The bot's confidence in its last answer, 0 to 1; null: it gave none. */
  confidence: number | null;
  /** The customer said that the bot's answers did not help. */
  botFailed: boolean;
  /** What the customer wrote so far. */
  text: string;
  /** Conversations of the same customer in the seven days before. */
  often: number;
};

/** Each 0 to 1. */
export type Features = Record<FeatureName, number>;
const NAMES = ['bot_failed', 'bot_unsure', 'long', 'negative', 'often', 'hard_topic', 'easy_topic'] as const;
export type FeatureName = (typeof NAMES)[number];
export type Weights = Record<FeatureName | 'bias', number>;

/** Where every workspace begins; corrections move them. */
export const FIRST_WEIGHTS: Weights = {
  bias: -1.8,
  bot_failed: 1.1,
  bot_unsure: 0.6,
  long: 1.3,
  negative: 1.4,
  often: 1.4,
  hard_topic: 1.6,
  easy_topic: -1.2,
};
/** However often people say so: nothing moves further than this from where it began. */
const FURTHEST = 3;
const RATE = 0.4;
/** A part that moves the judgement by less than this is not worth a word. */
const WORTH_A_WORD = 0.15;

const NEGATIVE =
  /困っ|困り|ひど|酷|最悪|怒|許せ|納得|ありえない|遅すぎ|不良|欠陥|壊れ|割れ|破損|間違|届かな|届いてな|届いていな|使えな|できな|苦情|クレーム|誠意|\b(angry|unacceptable|terrible|worst|broken|damaged|wrong|never arrived|useless|complain\w*|disappoint\w*|ridiculous)\b/giu;
const HARD =
  /弁護士|法的|訴訟|消費者センター|消費生活センター|個人情報|漏洩|二重請求|請求(が|の)?(おかしい|間違)|返金|賠償|けが|怪我|アレルギー|異物|契約(解除|解約)|不正(利用|アクセス)|\b(lawyer|legal|lawsuit|refund|chargeback|data breach|privacy|injur\w*|allerg\w*|charged twice|fraud|cancel (my|the) contract)\b/giu;
const EASY =
  /送料|営業時間|定休日|支払い方法|パスワード|領収書|住所変更|配送日|再発行|ログイン|\b(shipping (fee|cost)|opening hours|password|receipt|payment methods?|change (of )?address|log ?in)\b/giu;

const hits = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const upTo1 = (value: number): number => Math.max(0, Math.min(1, value));

export function featuresOf({ confidence, botFailed, text, often }: Told): Features {
  const folded = foldText(text);
  return {
    bot_failed: botFailed ? 1 : 0,
    bot_unsure: confidence === null ? 0 : upTo1(1 - confidence),
    long: upTo1([...folded].length / 600),
    negative: upTo1(hits(folded, NEGATIVE) / 2),
    often: upTo1(often / 4),
    hard_topic: upTo1(hits(folded, HARD)),
    easy_topic: upTo1(hits(folded, EASY)),
  };
}

const chanceOf = (features: Features, weights: Weights): number =>
  1 / (1 + Math.exp(-NAMES.reduce((sum, name) => sum + weights[name] * features[name], weights.bias)));

/** The judgement and what spoke for it, what moved it most first. */
export function judge(features: Features, weights: Weights): { difficulty: Difficulty; chance: number; reasons: Reason[] } {
  const chance = chanceOf(features, weights);
  const parts = NAMES.map((name) => ({ name, by: weights[name] * features[name] })).filter(({ by }) => Math.abs(by) >= WORTH_A_WORD);
  const reasons = parts
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .map(
      ({ name, by }): Reason => ({ code: name, values: { towards: by > 0 ? 'hard' : 'easy', percent: Math.round(features[name] * 100) } }),
    );
  return { difficulty: chance >= 0.5 ? 'hard' : 'easy', chance, reasons };
}

/** The weights after somebody said what a conversation really was: one step of logistic regression, within bounds. */
export function taught(weights: Weights, features: Features, really: Difficulty): Weights {
  const missedBy = (really === 'hard' ? 1 : 0) - chanceOf(features, weights);
  const moved = (name: keyof Weights, by: number): number => {
    const first = FIRST_WEIGHTS[name];
    return Math.max(first - FURTHEST, Math.min(first + FURTHEST, weights[name] + by));
  };
  return {
    bias: moved('bias', RATE * missedBy),
    ...(Object.fromEntries(NAMES.map((name) => [name, moved(name, RATE * missedBy * features[name])])) as Features),
  };
}
