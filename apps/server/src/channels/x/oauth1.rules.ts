// Pure: requests signed in the name of an account (OAuth 1.0a, RFC 5849).
import { createHmac } from 'node:crypto';

export type Keys = { apiKey: string; apiSecret: string; accessToken: string; accessTokenSecret: string };

/** Percent-encoding of RFC 5849, 3.6: stricter than the web's. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

type Asked = {
  method: string;
  /** With its query, which is signed, too. */
  url: string;
  /** Fields of a form; other bodies are not signed. */
  form?: Readonly<Record<string, string>>;
  nonce: string;
  /** Seconds since 1970. */
  timestamp: number;
};

/** The value of the Authorization header. */
export function oauthHeader(keys: Keys, { method, url, form = {}, nonce, timestamp }: Asked): string {
  const oauth = {
    oauth_consumer_key: keys.apiKey,
    oauth_nonce: nonce,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(timestamp),
    oauth_token: keys.accessToken,
    oauth_version: '1.0',
  };
  const { origin, pathname, searchParams } = new URL(url);
  const signed = [...Object.entries(oauth), ...Object.entries(form), ...searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : one < other ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const base = [method.toUpperCase(), origin + pathname, signed].map(encode).join('&');
  const key = `${encode(keys.apiSecret)}&${encode(keys.accessTokenSecret)}`;
  const oauth_signature = createHmac('sha1', key).update(base).digest('base64');
  const parts = Object.entries({ ...oauth, oauth_signature }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `OAuth ${parts.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}
