import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyRequest } from 'fastify';
import type { PageModel } from '../../../portal/src/models.ts';
import { systemActor } from '../platform/actor.ts';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { notFound } from '../platform/http/refusal.ts';
import { isOpenAt, nextOpening } from '../workspaces/hours.rules.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';

export const BASE = '/help';
export const ASSETS = { styles: `${BASE}/assets/portal.css`, script: `${BASE}/assets/enhance.js` };

type Inboxes = { workspaceId: string; chatKey: string | null; form: { id: string; allowedOrigins: readonly string[] } | null };
/** The company whose help center this is, and what a page of it is made from. */
export type Site = Inboxes & { ctx: Ctx; page: PageModel };

/** Finds the site of a request: the installation's first workspace, its inboxes at most five seconds old. */
export function siteFinder(platform: Platform, publicUrl: string | null) {
  const cache = makeShortCache<Inboxes | null>({ ttlMs: 5000, max: 1 });

  const find = () =>
    platform.db.directory(async (tx) => {
      const workspace = await tx.selectFrom('workspaces').select('workspace_id').orderBy('created_at').limit(1).executeTakeFirst();
      if (!workspace) return null;
      const inboxes = await tx
        .selectFrom('inboxes')
        .select(['id', 'channel', 'key', 'allowed_origins'])
        .where('workspace_id', '=', workspace.workspace_id)
        .where('paused_at', 'is', null)
        .orderBy('id')
        .execute();
      const form = inboxes.find(({ channel }) => channel === 'form');
      return {
        workspaceId: workspace.workspace_id,
        chatKey: inboxes.find(({ channel }) => channel === 'chat')?.key ?? null,
        form: form ? { id: form.id, allowedOrigins: form.allowed_origins } : null,
      };
    });

  /** @throws notFound while nobody has set the installation up */
  return async (request: FastifyRequest, locale: Locale): Promise<Site> => {
    const inboxes = await cache.get('site', find);
    if (!inboxes) {
      cache.drop('site');
      throw notFound();
    }
    const ctx = makeCtx(platform, systemViewer(inboxes.workspaceId), systemActor);
    const { name, color, replyMinutes, businessHours, timezone } = await workspaceSettings(ctx);
    const now = platform.clock.now();
    const hours = {
      open: isOpenAt(businessHours, timezone, now),
      opensAt: nextOpening(businessHours, timezone, now)?.toISOString() ?? null,
      timezone,
    };
    const page: PageModel = {
      workspace: { name, color, replyMinutes, hours },
      locale,
      origin: publicUrl ?? `${request.protocol}://${request.host}`,
      base: BASE,
      now,
      assets: ASSETS,
      messenger: inboxes.chatKey ? { src: '/messenger.js', inboxKey: inboxes.chatKey } : null,
      formOpen: inboxes.form !== null,
    };
    return { ...inboxes, ctx, page };
  };
}
export type FindSite = ReturnType<typeof siteFinder>;
