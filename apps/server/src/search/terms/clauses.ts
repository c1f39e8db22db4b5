import { hasCjk } from '../../platform/text/scripts.ts';
import { type Tokenizer, TokenizerStopped } from '../../platform/text/tokenizer.ts';
import type { Token } from '../../platform/text/tokens.ts';

/** Where words never go on: people write the same clauses again and again (お世話になっております), and each is analysed once. */
const CLAUSES = /[^。、．，,.!?！？\s「」『』()（）:;：；\n]+/g;
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 40;
const LONGEST_TEXT = 20_000;

export type ClauseReader = (folded: readonly string[]) => Promise<Token[][]>;

/**
 * The words of folded texts, clause by clause. What was read lately is remembered: the dictionary reads about 20,000 characters a second.
 * A tokenizer that was stopped is asked once more.
 */
export function makeClauseReader(tokenizer: Pick<Tokenizer, 'analyseAll'>): ClauseReader {
  const known = new Map<string, Token[]>();
  const analyse = async (texts: string[]) => {
    try {
      return await tokenizer.analyseAll(texts);
    } catch (error) {
      if (!(error instanceof TokenizerStopped)) throw error;
      return tokenizer.analyseAll(texts);
    }
  };
  return async (folded) => {
    const clauses = folded.map((text) => (text.slice(0, LONGEST_TEXT).match(CLAUSES) ?? []).filter(hasCjk));
    const found = new Map<string, Token[]>();
    const missing = new Set<string>();
    for (const clause of clauses.flat()) {
      const tokens = known.get(clause);
      if (tokens) found.set(clause, tokens);
      else missing.add(clause);
    }
    const unread = [...missing];
    for (const [at, tokens] of (await analyse(unread)).entries()) {
      const clause = unread[at]!;
      found.set(clause, tokens);
      if (clause.length > LONGEST_KEPT) continue;
      if (known.size >= MOST_KEPT) known.delete(known.keys().next().value!);
      known.set(clause, tokens);
    }
    return clauses.map((parts) => parts.flatMap((clause) => found.get(clause) ?? []));
  };
}
