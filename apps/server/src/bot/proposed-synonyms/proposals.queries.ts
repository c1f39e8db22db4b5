import type { SynonymProposal } from '@madoguchi/contract/proposed-synonyms.ts';
import { termsOfQuestions } from '../../knowledge/search/question-terms.queries.ts';
import type { QuestionTerm } from '../../knowledge/search/question-terms.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { foldText } from '../../platform/text/fold.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { type Taught, taughtLessons, wordsInKnowledge } from './lessons.queries.ts';
import { type Lesson, namesIn, type Pair, proposePairs } from './proposals.rules.ts';

const SHOWN = 50;
const EVIDENCE_SHOWN = 5;
/** Pairs looked up in the knowledge: bounds the work. */
const MOST_PAIRS = 200;

/** Words that customers use and no article does, with the articles' word for it: as far as the viewer may see who asked. */
export async function listSynonymProposals(ctx: Ctx): Promise<SynonymProposal[]> {
  const { workspaceId } = ctx.viewer;
  const { taught, ignored } = await ctx.transaction(async (tx) => ({
    taught: await taughtLessons(tx, workspaceId),
    ignored: await tx.selectFrom('ignored_synonyms').select(['asked', 'written']).where('workspace_id', '=', workspaceId).execute(),
  }));
  if (taught.length === 0) return [];
  const isIgnored = (pair: Pair) => ignored.some(({ asked, written }) => asked === pair.asked && written === pair.written);
  const pairs = proposePairs(await lessonsOf(taught))
    .filter((pair) => !isIgnored(pair))
    .slice(0, MOST_PAIRS);
  const words = pairs.map(({ asked }) => asked);
  const known = await ctx.transaction((tx) => wordsInKnowledge(tx, workspaceId, words));
  const terms = await termsOfQuestions(words);
  return pairs
    .filter(({ asked }, i) => !known.has(asked) && !isShipped(terms[i]!))
    .slice(0, SHOWN)
    .map((pair) => present(pair, taught));
}

/** The search knows all of it already. */
const isShipped = (terms: readonly QuestionTerm[]) => terms.length > 0 && terms.every(({ term }) => term.startsWith('§'));

async function lessonsOf(taught: readonly Taught[]): Promise<Lesson[]> {
  const texts = [
    ...new Set(
      taught.flatMap(({ asked, rephrased, article }) => [asked, rephrased ?? '', articleText(article)]).map((text) => foldText(text)),
    ),
  ];
  const tokens = await sharedTokenizer().analyseAll(texts);
  const names = new Map(texts.map((text, i) => [text, namesIn(text, tokens[i]!)]));
  const namesOf = (text: string) => names.get(foldText(text)) ?? [];
  return taught.map(({ conversationId, asked, rephrased, article }) => ({
    conversationId,
    asked: namesOf(asked),
    rephrased: rephrased === null ? null : namesOf(rephrased),
    article: { folded: foldText(articleText(article)), words: namesOf(articleText(article)) },
  }));
}

/** Examples are how customers ask; the title comes first. */
const articleText = ({ question, examples }: Taught['article']) => [question, ...examples].join('\n');

function present({ asked, written, conversationIds }: Pair, taught: readonly Taught[]): SynonymProposal {
  const first = conversationIds.map((id) => taught.find((one) => one.conversationId === id && foldText(one.asked).includes(asked))!);
  return {
    asked,
    written,
    count: conversationIds.length,
    evidence: first.slice(0, EVIDENCE_SHOWN).map(({ article: { id, question }, ...one }) => ({ ...one, article: { id, question } })),
  };
}
