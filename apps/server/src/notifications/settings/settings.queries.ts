import type { NotificationPolicy, OwnNotificationSettings } from '@madoguchi/contract/notifications.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { type Quiet, quietUntil, wholeSettings } from './settings.rules.ts';

/** How an agent wants to be told, and when not. */
export async function settingsOf(ctx: Ctx, tx: Tx, agentId: string): Promise<Quiet> {
  const row = await tx
    .selectFrom('notification_settings')
    .select(['settings', 'paused_until'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  const settings = wholeSettings(row?.settings ?? null);
  const timezone = settings.timezone ?? (await workspaceSettings(ctx, tx)).timezone;
  return { settings, pausedUntil: row?.paused_until ?? null, timezone };
}

/** The same as the agent sees it. */
export async function ownSettings(ctx: Ctx, tx: Tx, agentId: string, canMail: boolean): Promise<OwnNotificationSettings> {
  const now = ctx.clock.now();
  const quiet = await settingsOf(ctx, tx, agentId);
  const { pausedUntil } = quiet;
  return {
    settings: quiet.settings,
    pausedUntil: pausedUntil && pausedUntil > now ? pausedUntil.toISOString() : null,
    quietUntil: quietUntil(quiet, now)?.toISOString() ?? null,
    canMail,
  };
}

/** What mails and devices are told of customers; until somebody says so, subject and name. */
export async function policyOf(ctx: Ctx, tx: Tx): Promise<NotificationPolicy> {
  const row = await tx
    .selectFrom('notification_policies')
    .select('shows')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .executeTakeFirst();
  return { shows: (row?.shows ?? 'names') as NotificationPolicy['shows'] };
}
