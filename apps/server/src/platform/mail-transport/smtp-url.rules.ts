// Pure: a mail server as an administrator writes it into one variable.
import type { SmtpSettings } from './mail.types.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * `smtps://login:password@host:465` (TLS from the first byte) or `smtp://login:password@host:587` (STARTTLS). A password leaves only over
 * TLS; nothing is needed for this very machine. Null for anything else.
 */
export function readSmtpUrl(text: string): Omit<SmtpSettings, 'from'> | null {
  const url = URL.parse(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.search || url.hash || !/^\/?$/.test(url.pathname)) return null;
  if (url.password !== '' && url.username === '') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const login = decoded(url.username);
  const password = decoded(url.password);
  if (login === null || password === null) return null;
  const isImplicit = url.protocol === 'smtps:';
  const plain = LOOPBACK.test(host) ? 'none' : login === '' ? 'if_offered' : 'required';
  return {
    host,
    port: url.port === '' ? (isImplicit ? 465 : 587) : Number(url.port),
    tls: isImplicit ? 'implicit' : plain,
    ...(login === '' ? {} : { login, password }),
  };
}

/** Whether mail may come from it: `help@shop.example` or `Shop <help@shop.example>`. */
export const isMailFrom = (text: string): boolean => addressOf(text) !== null;

/** The bare address of `Shop <help@shop.example>`; null when there is none, or more than one line. */
export function addressOf(text: string): string | null {
  if (/[\r\n\0]/.test(text)) return null;
  const inside = /^[^<>]*<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  const address = inside.trim();
  return /^[^\s@"'<>(),;:]{1,64}@[^\s@"'<>(),;:]{1,253}$/.test(address) ? address : null;
}

/** The name of `Shop <help@shop.example>`; empty when there is none. */
export const nameOf = (text: string): string =>
  (/^([^<>]*)<[^<>]+>\s*$/.exec(text)?.[1] ?? '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
