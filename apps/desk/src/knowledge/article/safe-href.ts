const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** The address of a link in an answer when it is one that people can follow safely; null for javascript: and its like. */
export function safeHref(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return schemes.includes(url.protocol) ? url.href : null;
}
