import type { FastifyRequest } from 'fastify';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { inboxByKey } from '../../workspaces/inboxes.queries.ts';
import type { ReachedInbox } from '../../workspaces/workspaces.types.ts';
import { inboxPaused, inboxUnknown, visitorTokenInvalid } from './chat.errors.ts';
import type { VisitorToken, VisitorTokens } from './chat.types.ts';

declare module 'fastify' {
  interface FastifyRequest {
    visitor: VisitorToken | null;
    inbox: ReachedInbox | null;
  }
}

/** The inbox of a request by its public key. @throws inboxUnknown · inboxPaused */
export async function reachInbox(platform: Platform, request: FastifyRequest, channel: ReachedInbox['channel']): Promise<ReachedInbox> {
  const inbox = await inboxByKey(platform, (request.params as { key?: string }).key ?? '');
  if (!inbox || inbox.channel !== channel) throw inboxUnknown();
  if (inbox.paused) throw inboxPaused();
  return inbox;
}

/** Makes the Ctx of a visitor from their token: what is theirs, and nothing else. @throws visitorTokenInvalid */
export async function authorizeVisitor(
  { platform, tokens }: { platform: Platform; tokens: VisitorTokens },
  request: FastifyRequest,
): Promise<Ctx> {
  const inbox = request.inbox ?? (await reachInbox(platform, request, 'chat'));
  const word = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
  const token = tokens.read(word, inbox.id, platform.clock.now());
  if (!token) throw visitorTokenInvalid();
  request.visitor = token;
  return visitorCtx(platform, token);
}

export const visitorCtx = (platform: Platform, { workspaceId, customerId, name }: VisitorToken): Ctx =>
  makeCtx(platform, { workspaceId, inboxes: 'all', customerId }, { kind: 'customer', id: customerId, name });
