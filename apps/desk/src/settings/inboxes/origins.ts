/** Reads an address of a site as its origin (https://www.example.com); a bare name is taken for https. Null when it is no site. */
export function originOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || /\s/.test(text) || !URL.canParse(address)) return null;
  const { origin, protocol, hostname } = new URL(address);
  const isSite = hostname === 'localhost' || hostname.includes('.') || hostname.startsWith('[');
  return isSite && (protocol === 'https:' || protocol === 'http:') ? origin : null;
}

/** What was typed, split at spaces, commas and line breaks: origins without repetition, and what is none. */
export function readOrigins(typed: readonly string[]): { origins: string[]; unread: string[] } {
  const parts = typed.flatMap((text) => text.split(/[\s,、]+/)).filter(Boolean);
  const unread = parts.filter((part) => originOf(part) === null);
  return { origins: [...new Set(parts.map(originOf).filter((origin) => origin !== null))], unread };
}
