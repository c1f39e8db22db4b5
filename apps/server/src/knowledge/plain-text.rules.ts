// Pure: what remains of Markdown when it is only to be searched or shown in a line.

/** In this order. Every pattern is bounded, so that no text takes longer than its length deserves. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/\r\n?/g, '\n'],
  [/^[ \t]{0,8}(?:```|~~~)[^\n]*$/gm, ''], // fences go, the code between them stays
  [/^[ \t]{0,8}> ?\[!(?:note|tip|warning)\][ \t]*$/gim, ''], // what kind of callout it is
  [/<[!/]?[a-zA-Z-][^<>]{0,500}>/g, ' '], // tags, comments, <https://…>
  [/\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)/g, ']'], // where a link goes
  [/!?\[([^[\]\n]{0,500})\]/g, '$1'],
  [/^[ \t|:-]{2,}$/gm, ''], // the line under a table's head, a rule
  [/^(?:[ \t]{0,8}(?:>|[-*+][ \t]|#{1,6}[ \t]|\d{1,3}[.)][ \t])){1,6}/gm, ''],
  [/\|/g, ' '],
  // A backslash keeps the mark behind it; marks of emphasis go unless they stand alone, as in 3 * 4.
  [/\\([!-/:-@[-`{-~])|((?<=\s)\*(?=\s))|\*+|__+|~~+|`+/gm, '$1$2'],
  [/[ \t]+/g, ' '],
  [/ ?\n[ \n]*/g, '\n'],
];

/** The words of a Markdown text, line by line, without its marks. Not for showing as HTML. */
export function plainText(markdown: string): string {
  return STEPS.reduce((text, [pattern, by]) => text.replace(pattern, by), markdown).trim();
}
