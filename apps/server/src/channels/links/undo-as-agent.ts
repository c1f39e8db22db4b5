import { randomUUID } from 'node:crypto';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { linkUndoneAlready } from '../channels.errors.ts';
import { undoLink } from './undo-link.ts';

/** After that the two have gone on as one for so long that taking them apart would lose more than it mends. */
const WITHIN_MS = 30 * 86_400_000;

/**
 * Undoes a link in the name of an agent who sees that it joined two people: as the line's own word would (undo-link.ts), longer, and only for
 * a conversation that the agent sees. The line may be in an inbox that they do not see. @throws notFound · linkUndoneAlready
 */
export async function undoLinkAsAgent(
  platform: Platform,
  ctx: Ctx,
  { conversationId, threadId }: { conversationId: string; threadId: string },
): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const seen = await ctx.transaction((tx) =>
    tx.selectFrom('conversations').select('id').where('workspace_id', '=', workspaceId).where('id', '=', conversationId).executeTakeFirst(),
  );
  if (!seen) throw notFound();
  const everywhere = makeCtx(platform, systemViewer(workspaceId), ctx.actor);
  const isUndone = await undoLink(everywhere, { threadId, conversationId, withinMs: WITHIN_MS, saidBy: `agent:${randomUUID()}` });
  if (!isUndone) throw linkUndoneAlready();
}
