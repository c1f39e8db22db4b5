import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import { tellableAgents } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { planMail } from '../mail/plan-mail.commands.ts';
import { PUSH_TASK } from '../push/push.commands.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { quietUntil } from '../settings/settings.rules.ts';

/**
 * The job some seconds after something happened: what is read by then is told no more. While it is quiet nothing is pushed, and a mail waits for
 * its end. Bears a repetition.
 */
export async function tell(ctx: Ctx, canMail: boolean, notificationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await unreadById(ctx, tx, notificationId);
    if (!row) return;
    const [agent] = await tellableAgents(tx, ctx.viewer.workspaceId, [row.agent_id]);
    if (!agent) return;
    const quiet = await settingsOf(ctx, tx, agent.id);
    const ways = quiet.settings.kinds[row.kind as NotificationKind];
    if (ways.mail && canMail) await planMail(ctx, tx, agent.id, quiet);
    if (!ways.push || quietUntil(quiet, ctx.clock.now())) return;
    const devices = await tx
      .selectFrom('push_devices')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('agent_id', '=', agent.id)
      .execute();
    for (const { id: deviceId } of devices)
      await enqueue(
        tx,
        ctx,
        PUSH_TASK,
        { notificationId, deviceId, tries: 0 },
        { runAt: ctx.clock.now(), key: `push:${notificationId}:${deviceId}` },
      );
  });
}

const unreadById = (ctx: Ctx, tx: Tx, id: string) =>
  tx
    .selectFrom('notifications')
    .select(['agent_id', 'kind'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .executeTakeFirst();
