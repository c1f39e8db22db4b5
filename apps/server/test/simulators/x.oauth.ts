import { createHmac } from 'node:crypto';

export type XKeys = { apiKey: string; apiSecret: string; accessToken: string; accessTokenSecret: string };

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** What is wrong with a request's OAuth 1.0a signature, made anew from what arrived (RFC 5849); null when nothing is. */
export function checkOauth(
  keys: XKeys,
  method: string,
  address: string,
  authorization: string | undefined,
  nonces: Set<string>,
): string | null {
  const given = new Map(
    [...(authorization ?? '').matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, decodeURIComponent(value!)]),
  );
  if (given.get('oauth_consumer_key') !== keys.apiKey || given.get('oauth_token') !== keys.accessToken) return 'unknown key or token';
  const nonce = given.get('oauth_nonce') ?? '';
  if (nonces.has(nonce)) return 'a nonce used twice';
  nonces.add(nonce);
  if (Math.abs(Date.now() / 1000 - Number(given.get('oauth_timestamp'))) > 300) return 'the time is off';
  const url = new URL(address);
  const all = [...[...given].filter(([name]) => name !== 'oauth_signature'), ...url.searchParams];
  const parameters = all.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const base = `${method}&${encode(url.origin + url.pathname)}&${encode(parameters.join('&'))}`;
  const expected = createHmac('sha1', `${encode(keys.apiSecret)}&${encode(keys.accessTokenSecret)}`)
    .update(base)
    .digest('base64');
  return given.get('oauth_signature') === expected ? null : 'the signature does not fit';
}
