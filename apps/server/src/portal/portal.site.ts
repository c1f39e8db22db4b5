import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyRequest } from 'fastify';
import type { PageModel } from '../../../portal/src/models.ts';
import type { Readers } from '../knowledge/knowledge.types.ts';
import { visitorsOf } from '../knowledge/readers.rules.ts';
import { systemActor } from '../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { originOfHost } from '../workspaces/brands/brands.rules.ts';
import type { BrandLook } from '../workspaces/brands/brands.types.ts';
import { hoursOf } from '../workspaces/hours/calendars.queries.ts';
import { isOpenAt, nextOpening } from '../workspaces/hours.rules.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import { brandFinder, type FindHosts, type SiteInbox } from './portal.brands.ts';

export const BASE = '/help';
export const ASSETS = { styles: `${BASE}/assets/portal.css`, script: `${BASE}/assets/enhance.js` };

/** The brand whose help center this is, for whom its articles are read, and what a page of it is made from. */
export type Site = { workspaceId: string; readers: Readers; form: SiteInbox | null; ctx: Ctx; page: PageModel };

/** Finds the site of a request. @throws as brandFinder does */
export function siteFinder(platform: Platform, findHosts: FindHosts, publicUrl: string | null) {
  const findBrand = brandFinder(platform, findHosts, publicUrl);

  return async (request: FastifyRequest, locale: Locale): Promise<Site> => {
    const { workspaceId, brand, chat, form } = await findBrand(request);
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    const settings = await workspaceSettings(ctx);
    const { replyMinutes } = settings;
    const inbox = chat ?? form;
    const { hours: openHours, timezone } = inbox
      ? await hoursOf(ctx, undefined, inbox.id, null)
      : { hours: settings.businessHours, timezone: settings.timezone };
    const { name, color } = brand.isDefault ? settings : brand;
    const readers = visitorsOf(workspaceId, brand);
    const now = platform.clock.now();
    const hours = {
      open: isOpenAt(openHours, timezone, now),
      opensAt: nextOpening(openHours, timezone, now)?.toISOString() ?? null,
      timezone,
    };
    const page: PageModel = {
      workspace: { name, color, logo: brand.logo, replyMinutes, hours },
      locale,
      origin: originOf(request, brand, publicUrl),
      base: readers.base,
      now,
      assets: ASSETS,
      messenger: chat ? { src: '/messenger.js', inboxKey: chat.key } : null,
      formOpen: form !== null,
    };
    return { workspaceId, readers, form, ctx, page };
  };
}
export type FindSite = ReturnType<typeof siteFinder>;

/** The one origin of a page, wherever it was asked for: the brand's own, else the installation's, else what the request says. */
function originOf(request: FastifyRequest, { host }: BrandLook, publicUrl: string | null): string {
  const asked = `${request.protocol}://${request.host}`;
  if (host === null) return publicUrl ?? asked;
  return publicUrl === null && request.hostname.toLowerCase() === host ? asked : originOfHost(host, publicUrl);
}
