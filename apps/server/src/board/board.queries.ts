import type { Board } from '@madoguchi/contract/board.ts';
import { sql } from 'kysely';
import { conversationsOf, conversationsWithNames, presentConversation } from '../conversations/queries/present.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { routingSettings } from '../routing/presence/settings.queries.ts';
import { listQueues } from '../routing/queues/queues.queries.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import { boardAgents } from './agents.queries.ts';
import type { Today } from './today.queries.ts';
import { upset } from './upset.queries.ts';

const NEXT = 10;
const MOST_OVERDUE = 1000;

/** How things stand now, as far as the viewer sees. `today`: what was done, which may be a little older. Twelve statements besides. */
export async function readBoard(ctx: Ctx, tx: Tx, today: Today): Promise<Board> {
  const queues = await listQueues(ctx, tx);
  const agents = await boardAgents(ctx, tx);
  const { reasons } = await routingSettings(ctx, tx);
  const sum = (counts: number[]) => counts.reduce((total, one) => total + one, 0);
  return {
    at: ctx.clock.now().toISOString(),
    partial: ctx.viewer.inboxes !== 'all' || ctx.viewer.sight !== undefined,
    replyMinutes: (await workspaceSettings(ctx, tx)).replyMinutes,
    totals: {
      waiting: sum(queues.map(({ waiting }) => waiting)),
      oldest: queues.flatMap(({ oldest }) => oldest ?? []).sort()[0] ?? null,
      inProgress: sum(agents.map(({ open }) => open)),
      unanswered: sum(agents.map(({ unanswered }) => unanswered)),
      ...today,
    },
    queues: queues.map(({ id, name, mode, waiting, oldest }) => ({ id, name, mode, waiting, oldest })),
    agents,
    reasons,
    next: await nextDue(ctx, tx),
    overdue: await overdue(ctx, tx),
    ...(await upset(ctx, tx)),
  };
}

async function nextDue(ctx: Ctx, tx: Tx): Promise<Board['next']> {
  const { workspaceId } = ctx.viewer;
  const rows = conversationsOf(tx, workspaceId)
    .where('c.due_at', '>', ctx.clock.now())
    .where('c.turn', '<>', 'spam')
    .where('c.merged_into', 'is', null)
    .orderBy('c.due_at')
    .orderBy('c.id')
    .limit(NEXT);
  const named = await conversationsWithNames(tx, workspaceId, rows).orderBy('c.due_at').orderBy('c.id').execute();
  return named.map(presentConversation);
}

async function overdue(ctx: Ctx, tx: Tx): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*)::int as many from (select from conversations
    where workspace_id = ${ctx.viewer.workspaceId} and due_at <= ${ctx.clock.now()} and turn <> 'spam' and merged_into is null
    limit ${sql.lit(MOST_OVERDUE)}) due`.execute(tx);
  return rows[0]!.many;
}
