/** Bytes of the raw mail, `start` included, `end` not. */
export type Span = { start: number; end: number };

/** What may stand right behind a boundary: a line break, a space, a dash. */
const ENDS = new Set([9, 10, 13, 32, 45]);

/** The parts between boundary lines, or null when no such line exists. A missing last boundary ends the last part with its parent. */
export function splitAtBoundary(raw: Buffer, { start, end }: Span, boundary: string): Span[] | null {
  const marker = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Span[] = [];
  let open = -1;
  for (let at = raw.indexOf(marker, start); at >= 0 && at < end; at = raw.indexOf(marker, at + marker.length)) {
    if (at > start && raw[at - 1] !== 10) continue;
    if (!ENDS.has(raw[at + marker.length] ?? 10)) continue;
    const lineEnd = endOfLine(raw, at, end);
    const rest = raw.toString('latin1', at + marker.length, Math.min(lineEnd, at + marker.length + 200)).trim();
    if (rest !== '' && rest !== '--') continue;
    if (open >= 0) parts.push({ start: open, end: Math.max(open, beforeLineBreak(raw, at, open)) });
    open = Math.min(end, lineEnd + 1);
    if (rest === '--') return parts;
  }
  if (open < 0) return null;
  if (open < end) parts.push({ start: open, end });
  return parts;
}

function endOfLine(raw: Buffer, at: number, end: number): number {
  const feed = raw.indexOf(10, at);
  return feed < 0 || feed > end ? end : feed;
}

/** The line break before a boundary belongs to the boundary. */
function beforeLineBreak(raw: Buffer, at: number, floor: number): number {
  if (at - 1 < floor || raw[at - 1] !== 10) return at;
  return at - 2 >= floor && raw[at - 2] === 13 ? at - 2 : at - 1;
}
