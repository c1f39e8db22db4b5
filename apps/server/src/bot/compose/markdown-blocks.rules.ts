// Pure: a Markdown text → its blocks, as line ranges of the very text, so that what is quoted is never rewritten.

/** `from` and `to` (excluded) number lines of the text. `level` of a heading; 0 for everything else. */
export type Block = { kind: 'heading' | 'text' | 'list' | 'table' | 'code' | 'quote'; from: number; to: number; level: number };

const HEADING = /^ {0,3}(#{1,6})(\s|$)/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])(\s|$)/;
const QUOTE = /^ {0,3}>/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const startsTable = (lines: readonly string[], at: number): boolean =>
  (lines[at] ?? '').includes('|') && (lines[at + 1] ?? '').includes('-') && TABLE_RULE.test(lines[at + 1] ?? '');

/** The blocks in order. Lists keep their nested and loosely set items, tables all rows, fences everything up to their end. */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const block = blockAt(lines, at);
    blocks.push(block);
    at = block.to;
  }
  return blocks;
}

function blockAt(lines: readonly string[], from: number): Block {
  const line = lines[from]!;
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', from, to: from + 1, level: heading[1]!.length };
  const fence = FENCE.exec(line);
  if (fence) return { kind: 'code', from, to: endOfFence(lines, from, fence[1]!), level: 0 };
  if (startsTable(lines, from)) return { kind: 'table', from, to: endWhile(lines, from + 2, (row) => row.includes('|')), level: 0 };
  if (ITEM.test(line)) return { kind: 'list', from, to: endOfList(lines, from), level: 0 };
  if (QUOTE.test(line)) return { kind: 'quote', from, to: endWhile(lines, from + 1, (row) => !isBlank(row)), level: 0 };
  let to = from + 1;
  while (to < lines.length && !isBlank(lines[to]) && !interrupts(lines, to)) to += 1;
  return { kind: 'text', from, to, level: 0 };
}

const interrupts = (lines: readonly string[], at: number): boolean =>
  [HEADING, FENCE, ITEM, QUOTE].some((start) => start.test(lines[at]!)) || startsTable(lines, at);

function endWhile(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let to = from;
  while (to < lines.length && belongs(lines[to]!)) to += 1;
  return to;
}

function endOfFence(lines: readonly string[], from: number, fence: string): number {
  for (let at = from + 1; at < lines.length; at += 1) if (lines[at]!.trimStart().startsWith(fence)) return at + 1;
  return lines.length;
}

/** Blank lines belong to a list when an item or an indented line follows; so do the lines that continue an item. */
function endOfList(lines: readonly string[], from: number): number {
  let at = from + 1;
  let end = at;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const afterBlank = isBlank(lines[at - 1]);
    const belongs = ITEM.test(line) || /^(\s{2,}|\t)/.test(line) || (!afterBlank && !interrupts(lines, at));
    if (!belongs) break;
    end = at + 1;
  }
  return end;
}
