import { z } from 'zod';
import { id, idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { article } from './knowledge.ts';
import { workspace } from './workspaces.ts';

/** Largest logo, in bytes: it is part of every page of a help center. */
export const LOGO_BYTES = 100_000;

/** Small letters, digits and single hyphens between them. */
const key = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** One face of the company towards its customers. */
export const brand = z.object({
  id: id('brd'),
  name: z.string(),
  /** Names it in addresses and in exported files. */
  key,
  color: z.string(),
  /** `url`: path on this server. Width and height in pixels. */
  logo: z.object({ url: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
  /** The help center's own domain, without scheme or port; null: it stands on this server's address. */
  host: z.string().nullable(),
  /** Whose name and color are the workspace's; inboxes that name no brand are its. It cannot be removed. */
  isDefault: z.boolean(),
  /** Where its help center is: a path on this server, or an address. */
  helpUrl: z.string(),
  /** How many inboxes name it, and how many articles are for it by name. */
  inboxCount: z.number().int(),
  articleCount: z.number().int(),
});
export type Brand = z.infer<typeof brand>;

const fields = z.object({
  name: personText(100).min(1),
  key,
  color: workspace.shape.color,
  /** As people write it; kept as browsers send it. */
  host: personText(253).min(1).nullable(),
});

export const listBrands = endpoint('GET', '/api/brands', {
  summary: 'The brands, the default one first',
  response: z.object({ items: z.array(brand) }),
});
/** 409 brand.key_taken, brand.host_taken, brand.too_many (beyond 50); 422 brand.host_invalid. */
export const createBrand = endpoint('POST', '/api/brands', {
  summary: 'Add a brand',
  body: fields.extend({ host: fields.shape.host.default(null) }),
  response: brand,
  status: 201,
});
/** Of the default brand, name and color are the workspace's: they change with it. Refuses as createBrand does. */
export const updateBrand = endpoint('PATCH', '/api/brands/:id', {
  summary: 'Change a brand',
  params: idParam('brd'),
  body: fields.partial(),
  response: brand,
});
/** 409 brand.is_default; brand.in_use with `inboxes` and `articles`, how many name it. */
export const deleteBrand = endpoint('DELETE', '/api/brands/:id', { summary: 'Remove a brand that nothing uses', params: idParam('brd') });

/** PNG, JPEG or WebP by content, at most 100 kB: attachment.type_refused (415), request.too_large (413), attachment.empty (400). */
export const setBrandLogo = endpoint('POST', '/api/brands/:id/logo', {
  summary: 'Give a brand a logo, in place of the one it had',
  params: idParam('brd'),
  upload: true,
  response: brand,
});
export const removeBrandLogo = endpoint('DELETE', '/api/brands/:id/logo', {
  summary: 'Take a brand’s logo away',
  params: idParam('brd'),
  response: brand,
});

/** 422 article.brand_unknown. */
export const setArticleBrands = endpoint('PUT', '/api/articles/:id/brands', {
  summary: 'Say whose customers an article is for; null for those of every brand',
  params: idParam('art'),
  body: z.object({ brandIds: z.array(id('brd')).min(1).max(50).nullable() }),
  response: article,
});
