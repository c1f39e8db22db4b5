import { randomBytes } from 'node:crypto';
import type { ModelOutcome } from '@madoguchi/contract/models.ts';
import type { PublishedArticle } from '../../knowledge/knowledge.types.ts';
import { plainText } from '../../knowledge/plain-text.rules.ts';
import { maskPersonal } from '../../models/masking/mask.rules.ts';
import type { ModelReply, Models } from '../../models/models.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { addressesOf } from './claims.rules.ts';
import type { Composed } from './compose.types.ts';
import { type Grounding, ground, type Source } from './ground.rules.ts';
import { withoutInstructions } from './instructions.rules.ts';
import { languageOf } from './language.rules.ts';
import { instructionsFor, promptFor, readReply } from './prompt.rules.ts';

export type Question = {
  text: string;
  locale: string;
  /** What retrieval decided on, the article it answers with first. */
  articles: readonly PublishedArticle[];
  /** Names of the customer, as written and as read: masked wherever they stand. */
  names: readonly string[];
  conversationId: string;
};

const MOST_SOURCES = 3;
const MOST_TOKENS = 700;
/** Less of a reply than this is a sign that the rest was made up around it. */
const LEAST_KEPT = 0.5;

/**
 * Asks the workspace's model to put an answer together from the articles and keeps only the sentences that stand in them. Null, and
 * nothing sent, when no model is on or no article is written in the language of the question: sentences cannot be checked against
 * another language, so the article itself is quoted then. Whatever goes wrong leaves no sentences: the extract does.
 */
export async function compose(ctx: Ctx, models: Models, question: Question): Promise<Composed | null> {
  const locale = languageOf(question.text, question.locale);
  const [first] = question.articles;
  if (first?.locale !== locale) return null;
  const articles = question.articles.filter((article) => article.locale === locale).slice(0, MOST_SOURCES);
  const sources = articles.map(sourceOf);
  const masked = maskPersonal(question.text, question.names);
  const mark = randomBytes(6).toString('hex');
  const ask = {
    instructions: instructionsFor(locale, mark),
    prompt: promptFor(mark, sources, masked.text),
    maxTokens: MOST_TOKENS,
  };
  const asked = await models.ask(ctx, ask, (reply) => {
    const { outcome, kept, dropped } = judge(reply, sources);
    const trace = { dropped, kept: kept.length, sources: sources.length, masked: masked.count, failure: reply.failure };
    return { kept, dropped, outcome, note: { purpose: 'answer', outcome, conversationId: question.conversationId, trace } };
  });
  if (!asked) return null;
  const { outcome, dropped, kept, model, ms } = asked;
  const sentences = kept.map(({ text, source }) => ({ text: masked.unmask(text), articleId: articles[source]!.id }));
  return { sentences, trace: { from: outcome === 'ok' ? 'model' : 'extract', model, ms, dropped, outcome } };
}

/** Title and text as the model sees them are as the reply is checked against: without what speaks to the model. */
function sourceOf({ question, answer, url }: PublishedArticle): Source {
  const safe = withoutInstructions(answer);
  return { title: withoutInstructions(question), text: withoutInstructions(plainText(safe)), addresses: [...addressesOf(safe), url] };
}

function judge(reply: ModelReply, sources: readonly Source[]): Grounding & { outcome: ModelOutcome } {
  const nothing = { kept: [], dropped: 0 };
  if (reply.failure === 'timeout' || reply.failure === 'refused') return { ...nothing, outcome: reply.failure };
  if (reply.failure !== null) return { ...nothing, outcome: 'error' };
  const claims = readReply(reply.text);
  if (!claims) return { ...nothing, outcome: 'bad_answer' };
  if (claims.length === 0) return { ...nothing, outcome: 'refused' };
  const { kept, dropped } = ground(claims, sources);
  return kept.length === 0 || kept.length < (kept.length + dropped) * LEAST_KEPT
    ? { kept: [], dropped: kept.length + dropped, outcome: 'unmatched' }
    : { kept, dropped, outcome: 'ok' };
}
