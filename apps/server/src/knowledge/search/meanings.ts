import { foldText } from '../../platform/text/fold.ts';
import type { Tokenizer } from '../../platform/text/tokenizer.ts';
import { GROUPS_EN } from '../synonyms/en.ts';
import { GROUPS_JA } from '../synonyms/ja.ts';
import { englishSteps, isTelling, japaneseSteps, type Meanings, makeMeanings } from './meanings.rules.ts';

const made = new WeakMap<Tokenizer, Promise<Meanings>>();

/** The shipped words of customer support that mean the same, analysed by this tokenizer once. */
export function meaningsFor(tokenizer: Tokenizer): Promise<Meanings> {
  const known = made.get(tokenizer);
  if (known) return known;
  const making = analyseGroups(tokenizer);
  made.set(tokenizer, making);
  making.catch(() => made.delete(tokenizer));
  return making;
}

async function analyseGroups(tokenizer: Tokenizer): Promise<Meanings> {
  const japanese = numbered(GROUPS_JA);
  const tokens = await tokenizer.analyseAll(japanese.map(({ phrase }) => phrase));
  const phrases = japanese.map(({ group }, i): [number, string[]] => [group, japaneseSteps(tokens[i] ?? []).map(({ key }) => key)]);
  return makeMeanings(
    phrases.filter(([, steps]) => isTelling(steps)),
    numbered(GROUPS_EN).map(({ group, phrase }) => [group, englishSteps(phrase)]),
  );
}

const numbered = (groups: readonly (readonly string[])[]) =>
  groups.flatMap((members, group) => members.map((member) => ({ group, phrase: foldText(member) })));
