// Pure: the addresses of brands, and what a logo may be.
import { LOGO_BYTES } from '@madoguchi/contract/brands.ts';
import type { BrandLook } from './brands.types.ts';

/** Where the help center stands on this server. */
const HELP = '/help';
/** RFC 1123: labels of letters, digits and hyphens within; at least two, so that nobody takes `localhost`. */
const NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain as browsers send it, from what a person typed or pasted (`https://` before it, a path behind it); null when it is none. */
export function hostOf(typed: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return NAME.test(hostname) && !/^[\d.]+$/.test(hostname) ? hostname : null;
}

/** Scheme and host of an own domain, as customers reach it: the scheme and port of the installation's address if that is known, else https. */
export function originOfHost(host: string, publicUrl: string | null): string {
  const { protocol, port } = publicUrl === null ? { protocol: 'https:', port: '' } : new URL(publicUrl);
  return `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
}

/** The path of a brand's help center; on its own domain it is the plain one. */
export const helpPath = ({ isDefault, host, key }: Pick<BrandLook, 'isDefault' | 'host' | 'key'>): string =>
  isDefault || host !== null ? HELP : `${HELP}/brands/${key}`;

/** Where a brand's help center is: an address where it has a domain of its own, else a path on this server. */
export const helpAddress = (brand: Pick<BrandLook, 'isDefault' | 'host' | 'key'>, publicUrl: string | null): string =>
  (brand.host === null ? '' : originOfHost(brand.host, publicUrl)) + helpPath(brand);

/** No SVG: it may hold scripts. */
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

export type LogoRefusal = 'empty' | 'too_large' | 'type_refused';

/** `detectedType`: of the content, never of the name. */
export function refuseLogo(sizeInBytes: number, detectedType: string | undefined): LogoRefusal | null {
  if (sizeInBytes === 0) return 'empty';
  if (sizeInBytes > LOGO_BYTES) return 'too_large';
  return detectedType !== undefined && detectedType in EXTENSIONS ? null : 'type_refused';
}

/** Where everybody can see it: a new logo has a new path. */
export const logoPath = (id: string, type: string): string => `${HELP}/logos/${id}.${EXTENSIONS[type] ?? 'bin'}`;
