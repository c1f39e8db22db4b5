import { noCodes } from '../customers/codes/codes.commands.ts';
import type { OneTimeCodes } from '../customers/codes/codes.types.ts';
import { type LookUp, makeLookUp } from '../flows/look-up/look-up.queries.ts';
import type { TestSources } from '../flows/run/test-run.queries.ts';
import { publishedByIds } from '../knowledge/help-center.queries.ts';
import type { KnowledgeSearch, Readers } from '../knowledge/knowledge.types.ts';
import { customersOf, everyone } from '../knowledge/readers.rules.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { placeAhead } from '../routing/place/ahead.queries.ts';
import { brandsOf } from '../workspaces/brands/brands.queries.ts';
import type { BotSources } from './bot.commands.ts';
import { hoursFor } from './bot.hours.ts';
import { botTold } from './bot.queries.ts';
import { decide } from './decide/decide.rules.ts';
import type { Gathering } from './flow/gathered.ts';
import { withMeaning } from './meaning.rules.ts';
import { fittedPolicy } from './policy/policy.queries.ts';

/** How many articles are looked at for an answer; the decision weighs the first against the second. */
const LOOKED_AT = 10;

/**
 * What the bot knows: the company's published articles and business hours. The same `find` serves the bot and an editor trying it.
 * `publicUrl`: the installation's own address, if it is known.
 */
export function botSources(
  search: KnowledgeSearch,
  lookUp: LookUp = makeLookUp(),
  publicUrl: string | null = null,
  codes: OneTimeCodes = noCodes,
): BotSources & Gathering & TestSources {
  const readersAt = async (ctx: Ctx, inboxId: string | null, tx?: Tx): Promise<Readers> => {
    const { workspaceId } = ctx.viewer;
    return inboxId === null ? everyone(workspaceId) : customersOf(workspaceId, (await brandsOf(ctx, tx)).ofInbox(inboxId), publicUrl);
  };
  const find: Gathering['find'] = async (ctx, question, inboxId) => {
    const readers = await readersAt(ctx, inboxId);
    const { brandId } = readers;
    const result = await search.search(ctx.viewer.workspaceId, question, { limit: LOOKED_AT, byMeaning: true, brandId });
    const { decision, confidence, figures, candidates, because } = withMeaning(decide(result, (await fittedPolicy(ctx)).policy), result);
    const articles = await ctx.transaction((tx) =>
      publishedByIds(
        tx,
        readers,
        candidates.map(({ id }) => id),
      ),
    );
    const titles = new Map(articles.map(({ id, question: title }) => [id, title]));
    const known = candidates.filter(({ id }) => titles.has(id));
    // An article taken back a moment ago is not quoted: without it nothing is known.
    if (decision !== 'handoff' && known.length === 0)
      return { decision: 'handoff', confidence, figures, candidates: [], because: 'article_gone' };
    return {
      question,
      decision,
      confidence,
      figures,
      because,
      candidates: known.map(({ id, ...hit }) => ({ articleId: id, title: titles.get(id)!, ...hit })),
    };
  };
  return {
    lookUp,
    find,
    titleFor: async (ctx, question) => {
      const { decision, candidates } = await find(ctx, question, null);
      return decision === 'handoff' ? null : (candidates[0]?.title ?? null);
    },
    articleToQuote: async (ctx, tx, inboxId, articleId) =>
      (await publishedByIds(tx, await readersAt(ctx, inboxId, tx), [articleId]))[0] ?? null,
    hours: hoursFor,
    queue: (ctx, tx, conversation) => placeAhead(ctx, tx, conversation, botTold),
    codes,
  };
}
