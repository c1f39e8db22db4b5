// Pure: how likely a message is spam, after G. Robinson, "A Statistical Approach to the Spam Problem", Linux Journal 107 (2003), as SpamBayes
// (2002-2004) settled it: each token's share of spam, drawn towards one half where little is known of it, and the tokens combined by Fisher's
// method, once as evidence for spam and once for the opposite. Both strong, or neither: the score is near one half, which says "unsure".
import type { Class, Corpus, Counts } from '../spam.types.ts';

/** Robinson's s: as how many mails the belief that an unknown word says nothing counts. */
const STRENGTH = 0.45;
const UNKNOWN = 0.5;
/** Words nearer to one half than this say nothing. */
const LEAST_TELLING = 0.1;
/** The most telling ones decide; more of them would only repeat one another. */
const MOST_TELLING = 150;

/** The filter acts when it knows this many of either class, and never on a lesser score than this. */
export const NEEDED = 20;
export const LEAST_THRESHOLD = 0.99;

export type Judged = {
  /** 0 is none, 1 is spam. */
  score: number;
  /** What spoke for spam, the strongest first. */
  forSpam: string[];
};

export const emptyCorpus = (): Corpus => ({ lessons: { spam: 0, ham: 0 }, tokens: new Map() });

/** One more lesson, in place. */
export const learn = (corpus: Corpus, of: Class, tokens: readonly string[]): void => count(corpus, of, tokens, 1);
/** One lesson fewer, in place: what was learned once is as if it never had been. */
export const unlearn = (corpus: Corpus, of: Class, tokens: readonly string[]): void => count(corpus, of, tokens, -1);

function count(corpus: Corpus, of: Class, tokens: readonly string[], by: 1 | -1): void {
  corpus.lessons[of] += by;
  for (const token of tokens) {
    const counts = corpus.tokens.get(token) ?? { spam: 0, ham: 0 };
    counts[of] += by;
    if (counts.spam <= 0 && counts.ham <= 0) corpus.tokens.delete(token);
    else corpus.tokens.set(token, counts);
  }
}

export const knowsEnough = ({ spam, ham }: Counts): boolean => spam >= NEEDED && ham >= NEEDED;

/** How likely tokens are of spam. One half when nothing is known of them. The order of the tokens does not count. */
export function judge({ lessons, tokens: known }: Corpus, tokens: readonly string[]): Judged {
  const telling = [...new Set(tokens)]
    .flatMap((token) => {
      const counts = known.get(token);
      const share = counts ? shareOf(counts, lessons) : UNKNOWN;
      return Math.abs(share - 0.5) < LEAST_TELLING ? [] : [{ token, share }];
    })
    .sort((a, b) => Math.abs(b.share - 0.5) - Math.abs(a.share - 0.5) || (a.token < b.token ? -1 : 1))
    .slice(0, MOST_TELLING);
  if (telling.length === 0) return { score: 0.5, forSpam: [] };
  const sum = (of: (share: number) => number) => telling.reduce((total, { share }) => total + Math.log(of(share)), 0);
  const spam = 1 - chanceOfChiSquare(-2 * sum((share) => 1 - share), telling.length);
  const ham = 1 - chanceOfChiSquare(-2 * sum((share) => share), telling.length);
  return {
    score: Math.min(1, Math.max(0, (spam - ham + 1) / 2)),
    forSpam: telling.filter(({ share }) => share > 0.5).map(({ token }) => token),
  };
}

/** Robinson's f(w), as if both classes had been learned equally often; strictly between 0 and 1. */
function shareOf({ spam, ham }: Counts, lessons: Counts): number {
  const inSpam = spam / Math.max(1, lessons.spam);
  const inHam = ham / Math.max(1, lessons.ham);
  const share = inSpam + inHam === 0 ? UNKNOWN : inSpam / (inSpam + inHam);
  return (STRENGTH * UNKNOWN + (spam + ham) * share) / (STRENGTH + spam + ham);
}

/** The chance that chi-square with 2n degrees of freedom is at least x: a finite sum, as the degrees are even. */
function chanceOfChiSquare(x: number, n: number): number {
  const m = x / 2;
  // In logarithms: exp(-m) alone is 0 for what many words agree upon.
  let term = -m;
  let sum = Math.exp(term);
  for (let i = 1; i < n; i += 1) {
    term += Math.log(m) - Math.log(i);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
