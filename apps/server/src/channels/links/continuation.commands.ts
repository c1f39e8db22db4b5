import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { readInbox } from '../../workspaces/inboxes.queries.ts';
import { linkUnavailable } from '../channels.errors.ts';
import type { Channels } from '../channels.registry.ts';
import type { Calls } from '../port/calls.ts';
import { issueLink, LINK_LIFE_MS } from './link-lines.ts';

/**
 * Where a customer goes on with a conversation over the channel of another inbox. Whoever opens it and says the word over there joins in, so it
 * is only for the customer's eyes. @throws notFound · linkUnavailable
 */
export async function continuationOf(
  { channels, calls }: { channels: Channels; calls: Calls },
  ctx: Ctx,
  { conversationId, inboxId }: { conversationId: string; inboxId: string },
): Promise<{ url: string; expiresAt: Date }> {
  const { inbox, locale } = await ctx.transaction(async (tx) => {
    const conversation = await tx
      .selectFrom('conversations')
      .select('locale')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirst();
    if (!conversation) throw notFound();
    return { inbox: await readInbox(ctx, tx, inboxId), locale: conversation.locale === 'en' ? ('en' as const) : ('ja' as const) };
  });
  const channel = channels.byName(inbox.channel);
  const { settings } = await calls({ ...inbox, workspaceId: ctx.viewer.workspaceId });
  // Asked with an empty word first: a token is only made for where one can go.
  if (!channel?.continueUrl?.(settings, '', locale)) throw linkUnavailable();
  const token = await issueLink(ctx, conversationId, inboxId);
  const url = channel.continueUrl(settings, token, locale);
  if (url === null) throw linkUnavailable();
  return { url, expiresAt: new Date(ctx.clock.now().getTime() + LINK_LIFE_MS) };
}
