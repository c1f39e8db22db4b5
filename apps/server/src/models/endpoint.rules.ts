// Pure: what every endpoint of a model has in common: an address, a model's name, a key that is never shown.
import { seal } from '../platform/secrets/seal.ts';
import { baseOf, isSameServer, type ModelHosts } from './hosts.rules.ts';
import { modelAddressRefused, modelIncomplete } from './models.errors.ts';

/** `key`: undefined keeps the one there is, '' removes it. */
export type EndpointWish = { url: string; model: string; enabled: boolean; key?: string | undefined };

/** Address and name as they are kept. @throws modelAddressRefused · modelIncomplete when it is to be used and lacks one of them */
export function placeOf(wish: EndpointWish, hosts: ModelHosts): { url: string; model: string } {
  const address = wish.url.trim();
  const url = address === '' ? '' : baseOf(address, hosts);
  if (url === null) throw modelAddressRefused();
  const model = wish.model.trim();
  if (wish.enabled && (url === '' || model === '')) throw modelIncomplete();
  return { url, model };
}

/** The sealed key from now on: a kept one is dropped when the address moves to another server. */
export function keyAfter(
  before: { url: string; key: Buffer | null } | undefined,
  url: string,
  wish: EndpointWish,
  sealingKey: Buffer,
): Buffer | null {
  const key = wish.key?.trim();
  if (key) return seal(sealingKey, key);
  return key === undefined && before && isSameServer(before.url, url) ? before.key : null;
}

/** The settings that differ, by name; a new key counts though it cannot be seen. */
export function changedNames<S extends { hasKey: boolean }>(was: S, is: S, newKey: boolean): string[] {
  const names = Object.keys(is).filter((name) => was[name as keyof S] !== is[name as keyof S]);
  return newKey && !names.includes('hasKey') ? [...names, 'hasKey'] : names;
}
