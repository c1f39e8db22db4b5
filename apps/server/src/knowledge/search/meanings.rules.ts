// Pure: words and phrases that mean the same → one term. 会員をやめたい, 退会 and アカウントを消す become the same meaning.
import { latinWordsOf } from '../../platform/text/latin.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { contentWords } from './japanese.rules.ts';
import { LIGHT_WORDS } from './light-words.ts';

/**
 * A text as the steps that a phrase is matched on. Particles and endings are no steps; a negation is one: 届かない is not 届く. So are the
 * words that are asked with, prefixes and Latin words.
 */
export type Step = { key: string; tokens: Token[] };

const NOT = '¬';
const NEGATIONS = new Set(['ない', 'ぬ', 'ん', 'ず']);
const POLITE_PREFIXES = new Set(['お', 'ご', '御']);
const ASKING = new Set(['何', 'なに', 'なん', 'いつ', 'どこ', 'どれ', 'どちら', '誰', 'だれ', 'いくつ']);
/** Verbs that only help another one; 払いすぎる and 作り直す say more than 払う and 作る. */
const HELPING = new Set(
  'いる る てる とる ある おる くる 来る いく 行く しまう ちゃう じゃう くれる もらう もらえる いただく いただける くださる おく とく みる 見る ほしい なる できる れる られる せる させる やる あげる'.split(
    ' ',
  ),
);
const LATIN = /^[a-z0-9][a-z0-9.+-]*$/;
/** Between the words of an English phrase: "close my account", "close the account". */
const PASSED_OVER = new Set('a an the my your our his her their this that these those it i we you me'.split(' '));

export function japaneseSteps(tokens: readonly Token[]): Step[] {
  const steps: Step[] = [];
  for (const token of tokens) {
    const key = stepOf(token);
    if (key) steps.push({ key, tokens: [token] });
  }
  return steps;
}

function stepOf({ surface, base, pos, detail }: Token): string | null {
  if (pos === '助動詞') return NEGATIONS.has(base) ? NOT : null;
  // 再入会 is not 入会, 未使用 not 使用; but お荷物 is 荷物.
  if (pos === '接頭詞') return POLITE_PREFIXES.has(surface) ? null : surface;
  if (LATIN.test(surface)) return surface;
  if (!hasCjk(surface) || !['名詞', '動詞', '形容詞', '副詞'].includes(pos)) return null;
  // いつできる is not できる: what is asked for is part of the phrase.
  if (detail === '代名詞') return ASKING.has(base) ? base : null;
  if (pos === '動詞' && detail !== '自立') return HELPING.has(base) ? null : base;
  if (pos === '形容詞' && base === 'ない' && detail === '非自立') return NOT;
  // 母の日 is not 母.
  return detail === '非自立' && base !== '日' ? null : base;
}

/** The words of a phrase; doesn't and doesnt are one. */
export function englishSteps(folded: string): string[] {
  const steps: string[] = [];
  for (const word of latinWordsOf(folded)) {
    if (word === 't' && steps.at(-1)?.endsWith('n')) steps.push(`${steps.pop()}t`);
    else if (!PASSED_OVER.has(word)) steps.push(word);
  }
  return steps;
}

/** Whether steps say anything: a phrase of light words alone would be found in every text. 来ない does, 来る does not. */
export const isTelling = (steps: readonly string[]): boolean => steps.some((step) => step === NOT || !LIGHT_WORDS.has(step));

/** A tree of the phrases' steps; where a phrase ends stands the number of its group. */
type Node = { next: Map<string, Node>; group: number | null };
export type Meanings = { japanese: Node; english: Node };

const emptyNode = (): Node => ({ next: new Map(), group: null });

/** `phrases`: the steps of every member of every group; a phrase of two groups belongs to the first. */
export function makeMeanings(
  japanese: Iterable<[group: number, steps: string[]]>,
  english: Iterable<[group: number, steps: string[]]>,
): Meanings {
  return { japanese: treeOf(japanese), english: treeOf(english) };
}

function treeOf(phrases: Iterable<[number, string[]]>): Node {
  const root = emptyNode();
  for (const [group, steps] of phrases) {
    let node = root;
    for (const step of steps) {
      const next = node.next.get(step) ?? emptyNode();
      node.next.set(step, next);
      node = next;
    }
    if (node !== root) node.group ??= group;
  }
  return root;
}

/** The longest phrase that begins at `from`. */
function longest(root: Node, keys: readonly string[], from: number): { group: number; to: number } | null {
  let found: { group: number; to: number } | null = null;
  let node: Node | undefined = root;
  for (let at = from; at < keys.length; at += 1) {
    node = node.next.get(keys[at]!);
    if (!node) break;
    if (node.group !== null) found = { group: node.group, to: at + 1 };
  }
  return found;
}

/**
 * A Japanese text's meanings, and its content words that have none. A phrase brings the meanings of its words along: 大量購入 is a large
 * order, and still a purchase. Unless it denies them: 届かない is not 届く. `parts` false: without them, to compare short texts.
 */
export function japaneseMeanings({ japanese }: Meanings, tokens: readonly Token[], { parts = true } = {}): string[] {
  const steps = japaneseSteps(tokens);
  const keys = steps.map(({ key }) => key);
  const ofWord = (at: number): string[] => {
    const match = longest(japanese, keys.slice(0, at + 1), at);
    return match ? [`§ja${match.group}`] : contentWords(steps[at]!.tokens);
  };
  const terms: string[] = [];
  for (let at = 0; at < steps.length; ) {
    const match = longest(japanese, keys, at);
    const to = match?.to ?? at + 1;
    const isPhrase = match !== null && to > at + 1;
    if (isPhrase) terms.push(`§ja${match.group}`);
    if (isPhrase && (!parts || keys.slice(at, to).includes(NOT))) at = to;
    for (; at < to; at += 1) terms.push(...ofWord(at));
  }
  return terms;
}

/** An English text's meanings. Its words come by other streams. */
export function englishMeanings({ english }: Meanings, folded: string): string[] {
  const keys = englishSteps(folded);
  const terms: string[] = [];
  for (let at = 0; at < keys.length; ) {
    const match = longest(english, keys, at);
    if (match) terms.push(`§en${match.group}`);
    at = match ? match.to : at + 1;
  }
  return terms;
}
