import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { modelUsage as contract } from '@madoguchi/contract/models.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import { storedSettings, toModelSettings } from './models.queries.ts';

type Usage = OutputOf<typeof contract>;
const DAY_IN_MS = 86_400_000;

/** What was asked of models in the last `days` days: per day and purpose; and how what was to be an answer ended. */
export async function modelUsageOf(ctx: Ctx, days: number): Promise<Usage> {
  const { workspaceId } = ctx.viewer;
  const { timezone } = await workspaceSettings(ctx);
  return ctx.transaction(async (tx) => {
    const { currency } = toModelSettings(await storedSettings(tx, workspaceId));
    const recent = tx
      .selectFrom('model_calls')
      .where('workspace_id', '=', workspaceId)
      .where('at', '>', new Date(ctx.clock.now().getTime() - days * DAY_IN_MS));
    const rows = await recent
      .select([
        sql<string>`to_char(at at time zone ${timezone}, 'YYYY-MM-DD')`.as('day'),
        'purpose',
        ({ fn }) => fn.countAll<number>().as('calls'),
        sql<number>`sum(tokens_in)::int`.as('tokensIn'),
        sql<number>`sum(tokens_out)::int`.as('tokensOut'),
        sql<number>`coalesce(sum(cost) filter (where currency = ${currency}), 0)`.as('cost'),
      ])
      // By position: the same expression with another parameter would not be the same to PostgreSQL.
      .groupBy([sql`1`, 'purpose'])
      .orderBy('day', 'desc')
      .orderBy('purpose')
      .execute();
    const outcomes = await recent
      .where('purpose', 'not in', ['test', 'embed_article', 'embed_question'])
      .select(['outcome', ({ fn }) => fn.countAll<number>().as('calls')])
      .groupBy('outcome')
      .orderBy('calls', 'desc')
      .orderBy('outcome')
      .execute();
    const sum = (of: 'calls' | 'tokensIn' | 'tokensOut' | 'cost') => rows.reduce((all, row) => all + row[of], 0);
    const total = { calls: sum('calls'), tokensIn: sum('tokensIn'), tokensOut: sum('tokensOut'), cost: sum('cost') };
    return { currency, total, days: rows, outcomes };
  });
}
