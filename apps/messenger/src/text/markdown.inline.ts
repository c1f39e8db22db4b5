import { linkify, safeHref } from './linkify.ts';

/** Parts of a line of an answer. `href` null: a bold part. `image`: shown as one, its words are read aloud instead. */
export type Inline = string | { href: string | null; of: Inline[]; image?: boolean | undefined };

const mark =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|(\*\*|__)(?=\S)([^\n]+?)\3|\*(?=[^\s*])([^*\n]+?)\*|!?\[([^\]\n]*)\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?[^()\n]*\)|<br *\/?>/gi;

/** Reads bold, code, links, images and line breaks ('\n'); anything else, HTML too, stays the text it is. `base` resolves relative links. */
export function parseInline(text: string, base: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const plain = (to: number) => {
    for (const piece of linkify(text.slice(from, to)))
      parts.push(typeof piece === 'string' ? piece : { href: piece.href, of: [piece.text] });
  };
  for (const match of text.matchAll(mark)) {
    plain(match.index);
    from = match.index + match[0].length;
    const [, escaped, code, , strong, emphasis, label, target] = match;
    const bold = strong ?? emphasis;
    const href = target === undefined ? null : safeHref(target, base, ['http:', 'https:', 'mailto:', 'tel:']);
    if (bold) parts.push({ href: null, of: parseInline(bold, base) });
    else if (href) parts.push({ href, of: [label || href], image: match[0].startsWith('!') || undefined });
    else parts.push(escaped ?? code ?? label ?? '\n');
  }
  plain(text.length);
  return parts;
}
