import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { checkNotPlanned, ownerUnknown } from '../knowledge.errors.ts';
import { articleCareChanged, articleChecked } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import { lockArticle, noteArticle } from '../lock-article.ts';
import { planReminders } from './reminders/reminders.commands.ts';

const DAY_MS = 86_400_000;
const inDays = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

export type Care = { ownerAgentId: string | null; checkEveryDays: 30 | 90 | 180 | 365 | null };

/**
 * Says who looks after an article and how often it is to be checked. Another interval counts from now. The same again changes nothing.
 * @throws ownerUnknown for somebody who is not, or no longer, an agent here · notFound
 */
export async function careForArticle(ctx: Ctx, id: string, { ownerAgentId, checkEveryDays }: Care): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    const sameInterval = stored.check_every_days === checkEveryDays;
    if (stored.owner_agent_id === ownerAgentId && sameInterval) return toArticle(stored);
    if (ownerAgentId !== null && ownerAgentId !== stored.owner_agent_id) await throwUnlessAgent(ctx, tx, ownerAgentId);
    const due = checkEveryDays && inDays(ctx.clock.now(), checkEveryDays);
    const changed = await noteArticle(ctx, tx, id, {
      owner_agent_id: ownerAgentId,
      ...(sameInterval ? {} : { check_every_days: checkEveryDays, check_due_at: due }),
    });
    await ctx.append(tx, articleCareChanged({ articleId: id, ownerAgentId, checkEveryDays }));
    if (ownerAgentId !== null && checkEveryDays !== null) await planReminders(ctx, tx);
    return toArticle(changed);
  });
}

/** Notes that an article is still true: the next check is due an interval from now. @throws checkNotPlanned · notFound */
export async function markChecked(ctx: Ctx, id: string): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const { check_every_days, version } = await lockArticle(ctx, tx, id);
    if (check_every_days === null) throw checkNotPlanned();
    const due = inDays(ctx.clock.now(), check_every_days);
    const changed = await noteArticle(ctx, tx, id, { check_due_at: due });
    await ctx.append(tx, articleChecked({ articleId: id, version, nextAt: due.toISOString() }));
    return toArticle(changed);
  });
}

async function throwUnlessAgent(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  const agent = await tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!agent) throw ownerUnknown();
}
