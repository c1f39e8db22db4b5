/** A piece of running text: plain words, or an address that may be opened. */
export type Piece = string | { href: string; text: string };

// Stops at the first character outside ASCII: Japanese text often follows an address without a space.
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

/** Finds http and https addresses in text; punctuation that only ends the sentence is left outside the link. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const link = trimmed(match[0]);
    const href = safeHref(link);
    if (!href) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ href, text: link });
    from = match.index + link.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

function trimmed(link: string): string {
  let end = link.length;
  while (end > 0) {
    const last = link[end - 1] as string;
    const closesNothing = last === ')' && count(link.slice(0, end), ')') > count(link.slice(0, end), '(');
    if (!closesNothing && !".,;:!?'*".includes(last)) break;
    end -= 1;
  }
  return link.slice(0, end);
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** The absolute form of an address when its scheme is allowed (http and https unless told more), else null. */
export function safeHref(href: string, base?: string, schemes = ['http:', 'https:']): string | null {
  try {
    const url = new URL(href, base);
    return schemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
