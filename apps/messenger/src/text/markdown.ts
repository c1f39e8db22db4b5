import { type Inline, parseInline } from './markdown.inline.ts';

/** A block of an answer. The screen draws it with elements of its own: no HTML from an article ever reaches the page. */
export type Block =
  | { kind: 'p' | 'h3'; of: Inline[] }
  | { kind: 'ol' | 'ul'; start: number; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

const item = /^ {0,3}([-*+]|(\d{1,9})[.)])(?:\s+|$)/;
const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/;
/** Lines that only set off: fences of code, rules, quote marks. The text between them is shown, they are not. */
const ornament = /^ {0,3}(```.*|~~~.*|([-*_])( *\2){2,} *)$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

const deepest = 6;

/** Reads the part of Markdown that answers use; a callout is read as its words. A single line break is kept, as Japanese writers expect. `base` resolves relative links. */
export function parseMarkdown(text: string, base: string): Block[] {
  const lines = text.replaceAll('\t', '    ').split(/\r\n?|\n/);
  return blocksOf(
    lines.map((line) => line.replace(/^ {0,3}> ?(\[!\w+]$)?/, '')),
    base,
    0,
  );
}

function blocksOf(lines: string[], base: string, depth: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const title = heading.exec(line);
    let end = at + 1;
    if (title) {
      blocks.push({ kind: 'h3', of: parseInline(title[1] ?? '', base) });
    } else if (startsTable(lines, at)) {
      end = at + 2;
      while (lines[end]?.includes('|')) end += 1;
      const [head = [], , ...rows] = lines.slice(at, end).map((row) => cells(row, base));
      blocks.push({ kind: 'table', head, rows: rows.map((row) => row.slice(0, head.length)) });
    } else if (depth < deepest && item.test(line) && !ornament.test(line)) {
      end = list(lines, at, base, depth, blocks);
    } else if (line.trim() && !ornament.test(line)) {
      while (end < lines.length && !interrupts(lines, end)) end += 1;
      const words = lines.slice(at, end).map((one) => one.trim());
      blocks.push({ kind: 'p', of: parseInline(words.join('\n'), base) });
    }
    at = end;
  }
  return blocks;
}

function interrupts(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  return !line.trim() || [heading, item, ornament].some((start) => start.test(line)) || startsTable(lines, at);
}

/** Reads the list that begins at line `at` and returns the line after it. */
function list(lines: string[], at: number, base: string, depth: number, blocks: Block[]): number {
  const first = item.exec(lines[at] ?? '')?.[2];
  const items: string[][] = [];
  let inside = 0;
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const indent = line.search(/\S|$/);
    const start = item.exec(line);
    const next = lines[end + 1] ?? '';
    if (start && !(items.length && indent >= inside)) {
      if (!start[2] !== !first || ornament.test(line)) break;
      inside = Math.min(start[0].length, line.trimEnd().length + 1);
      items.push([line.slice(start[0].length)]);
    } else if (line.trim() ? indent >= 2 || !interrupts(lines, end) : /^ {2}/.test(next) || item.test(next)) {
      // A blank line belongs to the list when the line after it does.
      items.at(-1)?.push(line.slice(Math.min(indent, inside)));
    } else break;
  }
  blocks.push({ kind: first ? 'ol' : 'ul', start: Number(first ?? 1), items: items.map((one) => blocksOf(one, base, depth + 1)) });
  return end;
}

const startsTable = (lines: string[], at: number) =>
  !!lines[at]?.includes('|') && tableRule.test(lines[at + 1] ?? '') && !!lines[at + 1]?.includes('-');

const cells = (line: string, base: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim(), base));
