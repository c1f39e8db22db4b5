/** A stretch of text that both have, or only the first or the second one. */
export type Stretch = { kind: 'same' | 'removed' | 'added'; text: string };

/** Longer texts are compared by paragraph: nobody reads more than that of them. */
const MOST = 1200;

/** What of the first text became what of the second, by words where they have any and by characters in Japanese. */
export function changesBetween(before: string, after: string): Stretch[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const stretches: Stretch[] = [];
  const put = (kind: Stretch['kind'], text: string) => {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else stretches.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      put('same', a[i]!);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      put('removed', a[i]!);
      i += 1;
    } else {
      put('added', b[j]!);
      j += 1;
    }
  }
  return stretches;
}

const partsOf = (text: string): string[] => {
  const parts = text.match(/[A-Za-z0-9]+|\s+|./gsu) ?? [];
  return parts.length <= MOST ? parts : (text.match(/[^\n]*\n?/g) ?? []).filter(Boolean);
};
