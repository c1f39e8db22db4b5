import type { KnowledgeSearch } from '../../knowledge/knowledge.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { workspaceUpdated } from '../../workspaces/workspaces.events.ts';
import { questionChecked, questionUnchecked } from '../checked/checked.events.ts';
import { countChecked } from '../checked/checked.queries.ts';
import { ENOUGH_JUDGED } from '../decide/calibration.rules.ts';
import { fitPolicy } from './policy.commands.ts';
import { fittedPolicy } from './policy.queries.ts';

/** So much more, or less, must be known before it is worth fitting anew. */
const WORTH_FITTING = 0.1;

/** Keeps the bot as sure as the workspace wants it: fits anew when enough more is known, and when the share that must be right changes. */
export const policyReader = (search: KnowledgeSearch): Reader => {
  const fitWhenWorth = async (ctx: Ctx): Promise<void> => {
    const then = (await fittedPolicy(ctx)).known;
    const now = await ctx.transaction((tx) => countChecked(tx, ctx.viewer.workspaceId));
    const isWorth = now >= ENOUGH_JUDGED ? then < ENOUGH_JUDGED || Math.abs(now - then) >= then * WORTH_FITTING : then >= ENOUGH_JUDGED;
    if (isWorth) await fitPolicy(ctx, search);
  };
  return reader('bot-policy', {
    [questionChecked.factName]: fitWhenWorth,
    [questionUnchecked.factName]: fitWhenWorth,
    [workspaceUpdated.factName]: async (ctx, fact) => {
      const { changed } = fact.data as ReturnType<typeof workspaceUpdated>['data'];
      if (changed.includes('answersRight')) await fitPolicy(ctx, search);
    },
  });
};
