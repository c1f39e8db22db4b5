import { sql } from 'kysely';
import { systemActor } from '../../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { Outbox } from '../../../platform/mail-transport/outbox.ts';
import { wordsFor } from '../../../platform/words.ts';
import { workspaceSettings } from '../../../workspaces/workspaces.queries.ts';
import { type DueArticle, digestMail, firstNine, nextNine } from './reminders.rules.ts';

/** The job that reminds owners of checks, once a day in every workspace that plans any; no payload. */
export const REMINDERS_TASK = 'article.check_reminders';

/** Looks again at the next nine o'clock; one job a workspace, however often it is planned. */
export async function planReminders(ctx: Ctx, tx: Tx): Promise<void> {
  const { timezone } = await workspaceSettings(ctx, tx);
  await planAt(ctx, tx, nextNine(timezone, ctx.clock.now()));
}

const planAt = (ctx: Ctx, tx: Tx, runAt: Date) =>
  enqueue(tx, ctx, REMINDERS_TASK, {}, { runAt, key: `article-checks:${ctx.viewer.workspaceId}` });

type Deps = { outbox: Outbox; publicUrl: string | null };

/**
 * Sends every owner one mail with their articles that are past their check and that they were not reminded of: once per article and date.
 * Without a mail server nothing is sent and nothing counts as said; the desk shows it all the same.
 */
export async function sendReminders(ctx: Ctx, { outbox, publicUrl }: Deps): Promise<void> {
  await ctx.transaction(async (tx) => {
    const due = outbox.available ? await noteDue(ctx, tx) : [];
    for (const [agentId, articles] of Map.groupBy(due, ({ owner_agent_id }) => owner_agent_id)) {
      const agent = await tx
        .selectFrom('agents')
        .select(['email', 'locale'])
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', agentId)
        .executeTakeFirstOrThrow();
      const [first] = articles;
      const mail = digestMail(wordsFor(agent.locale), articles, publicUrl && `${publicUrl}/desk`);
      // Each article and date is in one digest only: so is the first of them.
      await outbox.queue(ctx, tx, { to: agent.email, ...mail, idempotencyKey: `checks:${first!.id}:${first!.check_due_at.toISOString()}` });
    }
    if (await anyPlanned(ctx, tx)) await planReminders(ctx, tx);
  });
}

type Due = DueArticle & { owner_agent_id: string; check_due_at: Date };

/** What is due and was not said yet, noted as said; two jobs at once never say the same. */
async function noteDue(ctx: Ctx, tx: Tx): Promise<Due[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<Due>`
    with said as (
      insert into article_check_reminders (workspace_id, article_id, due_at, agent_id, reminded_at)
      select a.workspace_id, a.id, a.check_due_at, a.owner_agent_id, ${now}
      from articles a
      join agents o on o.workspace_id = a.workspace_id and o.id = a.owner_agent_id and o.deactivated_at is null
      where a.workspace_id = ${ctx.viewer.workspaceId} and a.check_due_at <= ${now} and a.status <> 'archived'
      on conflict do nothing
      returning article_id)
    select a.id, a.question, a.owner_agent_id, a.check_due_at
    from articles a join said on said.article_id = a.id
    where a.workspace_id = ${ctx.viewer.workspaceId}
    order by a.check_due_at, a.id`.execute(tx);
  return rows;
}

const anyPlanned = async (ctx: Ctx, tx: Tx): Promise<boolean> =>
  (await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('check_due_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** At the start of a worker: what fell due while no server ran, and checks planned before there were reminders. */
export async function startReminders(platform: Platform): Promise<void> {
  const workspaces = await platform.db.directory((tx) => tx.selectFrom('workspaces').select('workspace_id').execute());
  for (const { workspace_id } of workspaces) {
    const ctx = makeCtx(platform, systemViewer(workspace_id), systemActor);
    await ctx.transaction(async (tx) => {
      if (!(await anyPlanned(ctx, tx))) return;
      const { timezone } = await workspaceSettings(ctx, tx);
      await planAt(ctx, tx, firstNine(timezone, ctx.clock.now()));
    });
  }
}
