import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import { sql } from 'kysely';
import { tellableAgents } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { moveFence } from '../../platform/db/move-fence.ts';
import { systemViewer, type Viewer } from '../../platform/db/viewer.ts';
import type { Outbox } from '../../platform/mail-transport/outbox.ts';
import { wordsFor } from '../../platform/words.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { type NotificationRow, notificationsOf } from '../inbox/list.queries.ts';
import { policyOf, settingsOf } from '../settings/settings.queries.ts';
import { quietUntil } from '../settings/settings.rules.ts';
import { digestMail } from './digest.rules.ts';
import { planMail } from './plan-mail.commands.ts';

type Deps = { outbox: Outbox; publicUrl: string | null };

/** Mails an agent what they have not read and were not mailed since it happened. Two jobs at once never mail the same. */
export async function sendDigest(ctx: Ctx, { outbox, publicUrl }: Deps, agentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const [agent] = await tellableAgents(tx, workspaceId, [agentId]);
    if (!agent || !outbox.available) return;
    const quiet = await settingsOf(ctx, tx, agentId);
    const now = ctx.clock.now();
    if (quietUntil(quiet, now)) return planMail(ctx, tx, agentId, quiet);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`digest ${agentId}`}, 0))`.execute(tx);
    const kinds = Object.entries(quiet.settings.kinds).flatMap(([kind, { mail }]) => (mail ? [kind] : []));
    const rows = await toMail(tx, agent.viewer, agentId, kinds);
    if (rows.length === 0) return;
    const say = wordsFor(agent.locale);
    const { shows } = await policyOf(ctx, tx);
    const company = (await workspaceSettings(ctx, tx)).name;
    const mail = digestMail(say, rows.map(asTold), { shows, company, deskUrl: publicUrl && `${publicUrl}/desk` });
    const [newest] = rows;
    await outbox.queue(ctx, tx, {
      to: agent.email,
      ...mail,
      idempotencyKey: `notify:${agentId}:${newest!.id}:${newest!.last_at.toISOString()}`,
    });
    await tx
      .updateTable('notifications')
      .set({ mailed_at: now })
      .where('workspace_id', '=', workspaceId)
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  });
}

/** Behind the agent's own fence: what they may not see now is not mailed to them. */
async function toMail(tx: Tx, viewer: Viewer, agentId: string, kinds: readonly string[]): Promise<NotificationRow[]> {
  if (kinds.length === 0) return [];
  await moveFence(tx, viewer);
  const rows = await notificationsOf(tx, viewer.workspaceId, agentId)
    .where('n.read_at', 'is', null)
    .where('n.kind', 'in', kinds)
    .where((eb) => eb.or([eb('n.mailed_at', 'is', null), eb('n.last_at', '>', eb.ref('n.mailed_at'))]))
    .orderBy('n.last_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute();
  await moveFence(tx, systemViewer(viewer.workspaceId));
  return rows;
}

export const asTold = (row: NotificationRow) => ({
  kind: row.kind as NotificationKind,
  count: row.count,
  actorName: row.actor_name,
  subject: row.subject,
  number: row.number,
  customerName: row.customer_name,
  excerpt: row.excerpt,
  conversationId: row.conversation_id,
});
