import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses.rules.ts';
import { SafeFetchError } from './safe-fetch.errors.ts';
import type { Address } from './safe-fetch.types.ts';

type Wish = {
  /** Whether the installation vouches for the host: then it may stand anywhere. */
  vouched: boolean;
  /** What is told of in an error. Default: the host. */
  place?: string;
  /** Default: the system's resolver. */
  resolve?: ((host: string) => Promise<Address[]>) | undefined;
};

/**
 * Where a host that somebody wrote into a form stands: an address as it is, a name looked up once. All of its addresses must be of the public
 * internet. A connection is to be made to these very addresses (`pinned`), whatever the name has come to mean since.
 * @throws SafeFetchError fetch.host_not_found · fetch.address_refused
 */
export async function checkedAddresses(host: string, { vouched, place = host, resolve = systemResolve }: Wish): Promise<Address[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const addresses = family === 4 || family === 6 ? [{ address: bare, family } as const] : await resolved(place, bare, resolve);
  if (!vouched && !addresses.every(({ address }) => isPublicAddress(address))) throw new SafeFetchError('fetch.address_refused', place);
  return addresses;
}

/** Gives out the addresses that were checked, as a name's look-up. */
export const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, done) => {
    if (options.all) return done(null, [...addresses]);
    return done(null, addresses[0]!.address, addresses[0]!.family);
  };

const systemResolve = async (host: string): Promise<Address[]> =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

async function resolved(place: string, host: string, resolve: (host: string) => Promise<Address[]>): Promise<Address[]> {
  const addresses = await resolve(host).catch((error: unknown) => {
    throw new SafeFetchError('fetch.host_not_found', place, error);
  });
  if (addresses.length === 0) throw new SafeFetchError('fetch.host_not_found', place);
  return addresses;
}
