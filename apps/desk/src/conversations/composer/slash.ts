/** A `/word` being typed: at the start of a line or after a space, up to the caret. */
export type Slash = { from: number; to: number; query: string };

/** Finds the slash word that the caret stands in, or null: 「/返」 at a line's start, never the slash of 1/2 or a URL. */
export function slashAt(text: string, caret: number): Slash | null {
  const match = /(^|[\s　])\/([^\s/　]{0,40})$/.exec(text.slice(0, caret));
  if (!match) return null;
  const from = match.index + match[1]!.length;
  return { from, to: caret, query: match[2]! };
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Canned responses for a query: shortcuts that begin with it first, then any that contain it in shortcut, title or text. */
export function findCanned<T extends { shortcut: string; title: string; text: string }>(items: readonly T[], query: string): T[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [...items];
  const rank = (item: T) => {
    if (fold(item.shortcut).startsWith(wanted)) return 0;
    if (fold(item.shortcut).includes(wanted) || fold(item.title).includes(wanted)) return 1;
    return fold(item.text).includes(wanted) ? 2 : 3;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank: place }) => place < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
