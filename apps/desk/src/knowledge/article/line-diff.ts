export type DiffLine = { kind: 'same' | 'mine' | 'theirs'; text: string };

/** Beyond this the table below would grow too large; such texts are shown side by side without marks. */
const mostCells = 4_000_000;

/** Lines of two texts against each other: longest common subsequence, by the textbook table of lengths of common ends. */
export function lineDiff(mine: string, theirs: string): DiffLine[] {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  if (a.length * b.length > mostCells) return [...a.map((text) => line('mine', text)), ...b.map((text) => line('theirs', text))];
  const common = commonEnds(a, b);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(line('same', a[i] as string));
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) {
      lines.push(line('mine', a[i] as string));
      i += 1;
    } else {
      lines.push(line('theirs', b[j] as string));
      j += 1;
    }
  }
  return lines;
}

const line = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, text });

/** How many lines the ends a[i…] and b[j…] have in common, in order. */
function commonEnds(a: string[], b: string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] = a[i] === b[j] ? 1 + (lengths[at + width + 1] ?? 0) : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return (i, j) => lengths[i * width + j] ?? 0;
}
