import type { FastifyRequest } from 'fastify';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import type { Platform } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { brandsFrom, toLook } from '../workspaces/brands/brands.queries.ts';
import { helpAddress } from '../workspaces/brands/brands.rules.ts';
import type { BrandLook, Brands } from '../workspaces/brands/brands.types.ts';

export type SiteInbox = { id: string; channel: string; key: string; allowedOrigins: readonly string[] };
type Company = { brands: Brands; inboxes: readonly SiteInbox[] };
/** `first`: the workspace that hosts lead to which nobody has; null before there is one. */
type Hosts = { first: string | null; owned: ReadonlyMap<string, { workspaceId: string; brandId: string }> };

export type BrandSite = { workspaceId: string; brand: BrandLook; chat: SiteInbox | null; form: SiteInbox | null };

const FRESH_MS = 5000;

/** An address that has moved: answered by a redirect. */
export const movedTo = (address: string): Error => Object.assign(new Error('moved'), { statusCode: 302, movedTo: address });

export type FindHosts = ReturnType<typeof hostFinder>;

/** Which hosts are help centers of their own, at most five seconds old. */
export function hostFinder({ db }: Platform) {
  const cache = makeShortCache<Hosts>({ ttlMs: FRESH_MS, max: 1 });
  const read = (): Promise<Hosts> =>
    db.directory(async (tx) => {
      const first = await tx.selectFrom('workspaces').select('workspace_id').orderBy('created_at').limit(1).executeTakeFirst();
      const owned = await tx.selectFrom('brands').select(['workspace_id', 'id', 'host']).where('host', 'is not', null).execute();
      return {
        first: first?.workspace_id ?? null,
        owned: new Map(owned.map(({ workspace_id, id, host }) => [host ?? '', { workspaceId: workspace_id, brandId: id }])),
      };
    });

  return async (request: FastifyRequest) => {
    const { first, owned } = await cache.get('hosts', read);
    // Until somebody sets the installation up, each request may find that it was.
    if (first === null) cache.drop('hosts');
    return { first, own: owned.get(request.hostname.toLowerCase()) };
  };
}

/**
 * Finds whose help center a request is for: the brand that has the host, else the brand that the path names, else the default brand of
 * the installation's first workspace. What is known of hosts, brands and inboxes is at most five seconds old.
 */
export function brandFinder({ db }: Platform, findHosts: FindHosts, publicUrl: string | null) {
  const companies = makeShortCache<Company>({ ttlMs: FRESH_MS, max: 1000 });

  const readCompany = (workspaceId: string): Promise<Company> =>
    db.directory(async (tx) => {
      const brands = await tx.selectFrom('brands').selectAll().where('workspace_id', '=', workspaceId).execute();
      const rows = await tx
        .selectFrom('inboxes')
        .select(['id', 'channel', 'key', 'allowed_origins', 'brand_id'])
        .where('workspace_id', '=', workspaceId)
        .where('paused_at', 'is', null)
        .orderBy('id')
        .execute();
      return {
        brands: brandsFrom(
          brands.map(toLook),
          rows.map(({ id, brand_id }) => [id, brand_id]),
        ),
        inboxes: rows.map(({ id, channel, key, allowed_origins }) => ({ id, channel, key, allowedOrigins: allowed_origins })),
      };
    });

  /** @throws notFound while nobody has set the installation up, and for a brand that nobody has */
  return async (request: FastifyRequest): Promise<BrandSite> => {
    const { first, own } = await findHosts(request);
    const workspaceId = own?.workspaceId ?? first;
    if (workspaceId === null) throw notFound();
    const company = await companies.get(workspaceId, () => readCompany(workspaceId));
    const named = (request.params as { brand?: string }).brand;
    const { brands } = company;
    const brand = own ? brands.all.find(({ id }) => id === own.brandId) : brandNamed(brands, named);
    if (!brand) throw Object.assign(new Error('no such brand'), { statusCode: 404 });
    // One address for one page: where it is now, not where it was, or where somebody guessed.
    if (named !== undefined && (own || brand.isDefault || brand.host !== null))
      throw movedTo(
        helpAddress(own ? { ...brand, host: null, isDefault: true } : brand, publicUrl) + request.url.slice(pathTo(named).length),
      );
    return { workspaceId, brand, ...inboxesOf(company, brand) };
  };
}

const pathTo = (key: string): string => `/help/brands/${encodeURIComponent(key)}`;

const brandNamed = ({ all, byDefault }: Brands, key: string | undefined): BrandLook | undefined =>
  key === undefined ? byDefault : all.find((one) => one.key === key);

/** A brand has its own messenger or none, for that answers with its own articles; who writes to people may do so by the default brand's form. */
function inboxesOf({ brands, inboxes }: Company, { id }: BrandLook) {
  const first = (channel: string, brandId: string): SiteInbox | null =>
    inboxes.find((inbox) => inbox.channel === channel && brands.ofInbox(inbox.id).id === brandId) ?? null;
  return { chat: first('chat', id), form: first('form', id) ?? first('form', brands.byDefault.id) };
}
