import { askOnce } from './ask-once.ts';
import { checkedAddresses } from './checked-addresses.ts';
import { SafeFetchError } from './safe-fetch.errors.ts';
import type { Address, SafeFetchOptions, SafeRequest, SafeResponse } from './safe-fetch.types.ts';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TIME_LIMIT_MS = 5000;
const MAX_BYTES = 1_000_000;

/**
 * Asks another server for whoever may write an address into a form: over HTTPS, on the public internet only. A name is resolved once,
 * every address it has is checked, and the connection goes to those; each redirect (three at most) is checked like the first address.
 * @throws SafeFetchError
 */
export async function safeFetch(address: string, request: SafeRequest = {}, options: SafeFetchOptions = {}): Promise<SafeResponse> {
  const { timeLimitMs = TIME_LIMIT_MS, maxBytes = MAX_BYTES } = options;
  const time = AbortSignal.timeout(timeLimitMs);
  const signal = request.signal ? AbortSignal.any([time, request.signal]) : time;
  let url = parse(address, address);
  let wish: SafeRequest = request;
  for (let redirects = 0; ; redirects += 1) {
    const addresses = await inTime(addressesOf(url, options), signal, url, time);
    const response = await inTime(askOnce(url, addresses, wish, { signal, maxBytes }), signal, url, time);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.status) || typeof location !== 'string') return response;
    if (redirects === MOST_REDIRECTS) throw new SafeFetchError('fetch.too_many_redirects', url.host);
    const next = parse(location, url.host, url);
    wish = redirected(wish, response.status, next.origin === url.origin);
    url = next;
  }
}

function parse(address: string, host: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new SafeFetchError('fetch.url_invalid', url?.host ?? host);
  return url;
}

/** As a browser would: 307 and 308 ask the same again, the others go and get. What may be a secret stays with the origin it was for. */
function redirected({ method, headers = {}, body, signal }: SafeRequest, status: number, sameOrigin: boolean): SafeRequest {
  const kept = Object.entries(headers).filter(([name]) => sameOrigin || /^(accept|content-type)$/i.test(name));
  const again = status === 307 || status === 308;
  return {
    ...(signal ? { signal } : {}),
    ...(again && method ? { method } : {}),
    ...(again && body !== undefined ? { body } : {}),
    headers: Object.fromEntries(kept.filter(([name]) => again || !/^content-type$/i.test(name))),
  };
}

async function addressesOf(url: URL, { allow = () => false, resolve }: SafeFetchOptions): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const vouched = allow(host);
  if (url.protocol !== 'https:' && !vouched) throw new SafeFetchError('fetch.scheme_refused', url.host);
  return checkedAddresses(host, { vouched, place: url.host, resolve });
}

/** A resolver cannot be stopped, so it is no longer waited for; a request ends by itself. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal, url: URL, time: AbortSignal): Promise<T> {
  const stopped = () => new SafeFetchError(time.aborted ? 'fetch.timed_out' : 'fetch.aborted', url.host, signal.reason);
  if (signal.aborted) {
    work.catch(() => {});
    throw stopped();
  }
  let stop = () => {};
  const end = new Promise<never>((_resolve, reject) => {
    stop = () => reject(stopped());
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => {});
  }
}
