import { setImmediate } from 'node:timers/promises';
import type { SearchIndex, SearchResult } from '../../knowledge/search/search.types.ts';
import { AS_SHIPPED, type Judged } from '../decide/calibration.rules.ts';
import { decide, SHIPPED_POLICY } from '../decide/decide.rules.ts';

/** Whoever answers questions: the bot's search, or a trial of it. */
export type Ask = SearchIndex['search'];

/** How many entries the decision weighs; as many as the bot looks at. */
const LOOKED_AT = 10;
/** Questions in a row before others get their turn. */
const IN_A_ROW = 20;

/** What the search finds for each question, in the same order. */
export async function askAll(ask: Ask, questions: readonly string[]): Promise<SearchResult[]> {
  const found: SearchResult[] = [];
  for (const [i, question] of questions.entries()) {
    found.push(await ask(question, { limit: LOOKED_AT }));
    if (i % IN_A_ROW === 0) await setImmediate();
  }
  return found;
}

/** What the shipped confidence thought of the first hit, and whether it was right. Questions with nothing found say nothing. */
export function judge(found: readonly SearchResult[], rightIds: readonly (string | null)[]): Judged[] {
  return found.flatMap((result, i) => {
    const { figures } = decide(result, { ...SHIPPED_POLICY, calibration: AS_SHIPPED });
    return figures ? [{ correct: figures.correct, right: result.hits[0]?.id === rightIds[i] }] : [];
  });
}
