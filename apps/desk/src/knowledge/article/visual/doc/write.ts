import type { JSONContent } from '@tiptap/core';
import { escapeText } from './escape.ts';
import { inlineLines, target } from './write-inline.ts';

/** A document of the visual editor as Markdown (GFM, callouts as GitHub writes them), without a line end at the end. */
export const writeDoc = (doc: JSONContent): string => blocks(doc.content);

function blocks(nodes: readonly JSONContent[] = [], between = '\n\n'): string {
  const parts: string[] = [];
  // Two lists in a row stay two by different marks.
  let other = false;
  for (const [index, node] of nodes.entries()) {
    const isList = node.type === 'bulletList' || node.type === 'orderedList';
    other = isList && nodes[index - 1]?.type === node.type && !other;
    const text = isList ? list(node, other) : block(node);
    if (text !== '') parts.push(text);
  }
  return parts.join(between);
}

function block(node: JSONContent): string {
  switch (node.type) {
    case 'paragraph':
      return inlineLines(node.content).join('\n');
    case 'heading': {
      const words = inlineLines(node.content)
        .join(' ')
        .replace(/(?<!\\)(#+)$/, '\\$1');
      return words && `${'#'.repeat(Number(node.attrs?.level ?? 2))} ${words}`;
    }
    case 'blockquote':
      return quoted(blocks(node.content));
    case 'callout':
      return `> [!${String(node.attrs?.kind ?? 'note').toUpperCase()}]\n${quoted(blocks(node.content))}`;
    case 'codeBlock':
      return fenced(node);
    case 'table':
      return table(node.content ?? []);
    case 'horizontalRule':
      return '---';
    case 'video': {
      const { src = '', title = '' } = node.attrs ?? {};
      return title ? `[${escapeText(title, { emphasized: false })}](${target(src)})` : `<${target(src).replace(/^<|>$/g, '')}>`;
    }
    default:
      return inlineLines([node]).join('\n');
  }
}

const quoted = (text: string) => text.replace(/^(?=[^\n])/gm, '> ').replace(/^$/gm, '>');

function fenced({ attrs, content = [] }: JSONContent): string {
  const code = content.map(({ text = '' }) => text).join('');
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${String(attrs?.language ?? '').replace(/[`\s]/g, '')}\n${code}${code === '' ? '' : '\n'}${fence}`;
}

function list({ type, attrs, content = [] }: JSONContent, other: boolean): string {
  const loose = content.some((item) => (item.content ?? []).some((child, at) => at > 0 && !followsTightly(child)));
  return content
    .map((item, index) => {
      const mark = type === 'bulletList' ? (other ? '* ' : '- ') : `${Number(attrs?.start ?? 1) + index}${other ? ')' : '.'} `;
      const [first, ...rest] = item.content ?? [];
      const begin = first ? block(first) : '';
      const between = loose ? '\n\n' : '\n';
      const inside = [begin, blocks(rest, between)].filter((part, at) => at === 0 || part !== '').join(between);
      return (mark + inside.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)).trimEnd();
    })
    .join(loose ? '\n\n' : '\n');
}

/** A list may follow its item's words without a blank line when it is one that can break into a paragraph. */
const followsTightly = ({ type, attrs, content = [] }: JSONContent): boolean =>
  (type === 'bulletList' || (type === 'orderedList' && Number(attrs?.start ?? 1) === 1)) &&
  inlineLines(content[0]?.content?.[0]?.content).length > 0;

const RULES: Readonly<Record<string, string>> = { left: ':---', center: ':---:', right: '---:' };

/** A table needs a head and rows of one length; a cell is one line. */
function table(rows: readonly JSONContent[]): string {
  const cells = rows.map((row) =>
    (row.content ?? []).flatMap((cell) => [cell, ...Array<JSONContent>(Number(cell.attrs?.colspan ?? 1) - 1).fill({})]),
  );
  const width = Math.max(1, ...cells.map(({ length }) => length));
  const lines = cells.map((row) => `| ${Array.from({ length: width }, (_, at) => cellSource(row[at] ?? {})).join(' | ')} |`);
  const rule = Array.from({ length: width }, (_, at) => RULES[String(cells[0]?.[at]?.attrs?.align)] ?? '---');
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

const cellSource = ({ content = [] }: JSONContent): string =>
  content
    .flatMap((child) => inlineLines(child.content))
    .join('<br>')
    .replaceAll('|', '\\|');
