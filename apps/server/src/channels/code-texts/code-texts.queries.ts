import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import type { Channels } from '../channels.registry.ts';
import type { InboxToCall } from '../port/calls.ts';

/**
 * The inbox that texts with codes go out by, of those that can send one and of which nothing says that they do not work now: the oldest of the
 * brand that the customer talks to (`askedIn`: the inbox of the conversation), or else of the workspace; null for none.
 */
export async function inboxForTexts(ctx: Ctx, tx: Tx, channels: Channels, askedIn?: string | null): Promise<InboxToCall | null> {
  const names = channels.all.filter(({ sendText }) => sendText !== undefined).map(({ name }) => name);
  if (names.length === 0) return null;
  const { workspaceId } = ctx.viewer;
  const rows = await tx
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
    .execute();
  const [oldest] = rows;
  if (!oldest) return null;
  const { ofInbox } = await brandsOf(ctx, tx);
  const ofBrand = askedIn ? rows.find(({ id }) => ofInbox(id).id === ofInbox(askedIn).id) : undefined;
  return { ...(ofBrand ?? oldest), workspaceId };
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

/** The conversation in which a code was asked for: the latest on its line, whoever the customer of the line is by now. */
export const lineOfCode = (ctx: Ctx, tx: Tx, codeId: string) =>
  tx
    .selectFrom('one_time_codes as o')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'o.workspace_id').onRef('t.id', '=', 'o.thread_id'))
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.customer_id', '=', 't.customer_id').onRef('c.thread_id', '=', 't.id'),
    )
    .select(['c.id', 'c.inbox_id', 'c.customer_id'])
    .where('o.workspace_id', '=', ctx.viewer.workspaceId)
    .where('o.id', '=', codeId)
    .orderBy('c.number', 'desc')
    .limit(1)
    .executeTakeFirst();
