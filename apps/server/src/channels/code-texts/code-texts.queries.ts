import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Channels } from '../channels.registry.ts';
import type { InboxToCall } from '../port/calls.ts';

/**
 * The inbox that texts with codes go out by: the oldest of those that can send one and of which nothing says that they do not work now; null
 * for none.
 */
export async function inboxForTexts(ctx: Ctx, tx: Tx, channels: Channels): Promise<InboxToCall | null> {
  const names = channels.all.filter(({ sendText }) => sendText !== undefined).map(({ name }) => name);
  if (names.length === 0) return null;
  const { workspaceId } = ctx.viewer;
  const row = await tx
    .selectFrom('inboxes as i')
    .leftJoin('inbox_health as h', (join) => join.onRef('h.workspace_id', '=', 'i.workspace_id').onRef('h.inbox_id', '=', 'i.id'))
    .select(['i.id', 'i.name', 'i.key', 'i.channel'])
    .where('i.workspace_id', '=', workspaceId)
    .where('i.channel', 'in', names)
    .where('i.removed_at', 'is', null)
    .where('i.paused_at', 'is', null)
    .where('h.failure', 'is', null)
    .orderBy('i.created_at')
    .orderBy('i.id')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, workspaceId } : null;
}

/** How many texts with codes the workspace has asked for since. */
export async function textsSince(ctx: Ctx, tx: Tx, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('code_texts')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether somebody asked an inbox to send them nothing more. */
export async function wantsNothing(ctx: Ctx, tx: Tx, inboxId: string, number: string): Promise<boolean> {
  const row = await tx
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('external_id', '=', number)
    .where('reachable', '=', false)
    .executeTakeFirst();
  return row !== undefined;
}
