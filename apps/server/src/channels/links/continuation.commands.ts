import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { readInbox } from '../../workspaces/inboxes.queries.ts';
import { linkUnavailable } from '../channels.errors.ts';
import type { Channels } from '../channels.registry.ts';
import type { Calls } from '../port/calls.ts';
import { issueLink, LINK_LIFE_MS } from './link-lines.ts';
import { linkInvitation } from './link-words.ts';

/**
 * Where a customer goes on with a conversation over the channel of another inbox. Whoever opens it and says the word over there joins in, so it
 * is only for the customer's eyes. @throws notFound · linkUnavailable
 */
export async function continuationOf(
  { channels, calls }: { channels: Channels; calls: Calls },
  ctx: Ctx,
  { conversationId, inboxId }: { conversationId: string; inboxId: string },
): Promise<{ url: string; expiresAt: Date; text: string }> {
  const { inbox, locale } = await ctx.transaction(async (tx) => {
    const conversation = await tx
      .selectFrom('conversations as c')
      .leftJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.thread_id'))
      .select(['c.locale', 'c.channel', 't.inbox_id', 't.external_id'])
      .where('c.workspace_id', '=', ctx.viewer.workspaceId)
      .where('c.id', '=', conversationId)
      .executeTakeFirst();
    if (!conversation) throw notFound();
    // A word said in public is for everybody: it may only lead to where the same person is known by the same account.
    const isSeen = channels.byName(conversation.channel)?.inPublic?.(conversation.external_id ?? '') ?? false;
    if (isSeen && conversation.inbox_id !== inboxId) throw linkUnavailable();
    return { inbox: await readInbox(ctx, tx, inboxId), locale: conversation.locale === 'en' ? ('en' as const) : ('ja' as const) };
  });
  const channel = channels.byName(inbox.channel);
  const { settings } = await calls({ ...inbox, workspaceId: ctx.viewer.workspaceId });
  // Asked with an empty word first: a token is only made for where one can go.
  if (!channel?.continueUrl?.(settings, '', locale)) throw linkUnavailable();
  const token = await issueLink(ctx, conversationId, inboxId);
  const url = channel.continueUrl(settings, token, locale);
  if (url === null) throw linkUnavailable();
  return { url, expiresAt: new Date(ctx.clock.now().getTime() + LINK_LIFE_MS), text: linkInvitation(locale, inbox.channel, url) };
}
