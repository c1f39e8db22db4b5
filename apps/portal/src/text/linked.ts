const ADDRESS = /https?:\/\/[\w\-./?%&=+#:~@!$,;]*[\w\-/%&=+#~]/g;

/** A plain text, cut where web addresses begin and end. Japanese brackets and full stops after an address are not part of it. */
export function linkedParts(text: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: match[0], href: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}
