import type { JSONContent } from '@tiptap/core';
import { escapeLine, escapeText } from './escape.ts';

/** From the outside in. */
const ORDER = ['link', 'bold', 'italic', 'strike', 'code'] as const;
type MarkName = (typeof ORDER)[number];

const markOf = (node: JSONContent, name: MarkName) => node.marks?.find(({ type }) => type === name);
/** Marks of emphasis end with their line: a break is never inside one. */
const carries = (node: JSONContent, name: MarkName) => {
  const mark = node.type === 'hardBreak' && name !== 'link' ? undefined : markOf(node, name);
  return mark ? JSON.stringify([mark.type, mark.attrs?.href, mark.attrs?.title]) : '';
};

/** The words of a paragraph as Markdown, line by line. */
export const inlineLines = (nodes: readonly JSONContent[] = []): string[] =>
  nested(nodes, 0, [])
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '');

function nested(nodes: readonly JSONContent[], depth: number, around: readonly MarkName[]): string {
  const name = ORDER[depth];
  if (!name) return nodes.map((node) => plain(node, around)).join('');
  let out = '';
  for (let at = 0; at < nodes.length; ) {
    const key = carries(nodes[at]!, name);
    let end = at + 1;
    while (end < nodes.length && carries(nodes[end]!, name) === key) end += 1;
    const run = nodes.slice(at, end);
    out += key ? wrapped(name, run, nested(run, depth + 1, [...around, name]), around) : nested(run, depth + 1, around);
    at = end;
  }
  return out;
}

function plain(node: JSONContent, around: readonly MarkName[]): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'image') return imageSource(node);
  if (around.includes('code')) return node.text ?? '';
  return escapeText(node.text ?? '', { emphasized: around.includes('bold') || around.includes('italic') });
}

function wrapped(name: MarkName, run: readonly JSONContent[], inside: string, around: readonly MarkName[]): string {
  if (name === 'link') return linkSource(run, inside);
  if (name === 'code') return codeSource(inside);
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
  if (words === '') return inside;
  const mark = name === 'bold' ? '**' : name === 'strike' ? '~~' : around.includes('bold') ? '_' : '*';
  return `${before}${mark}${words}${mark}${after}`;
}

function linkSource(run: readonly JSONContent[], inside: string): string {
  const { href = '', title } = markOf(run[0]!, 'link')?.attrs ?? {};
  const words = run.map(({ text = '' }) => text).join('');
  const bare = run.length === 1 && run[0]!.marks?.length === 1 && !title;
  if (bare && words === href && /^https?:\/\/[^\s<>]+$/.test(href)) return `<${href}>`;
  if (bare && href === `mailto:${words}` && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(words)) return `<${words}>`;
  return inside.trim() === '' ? inside : `[${inside}](${target(String(href), title)})`;
}

const imageSource = ({ attrs = {} }: JSONContent): string =>
  `![${escapeText(String(attrs.alt ?? '').replace(/\s+/g, ' '), { emphasized: false })}](${target(String(attrs.src ?? ''), attrs.title)})`;

/** An address as it stands between the parentheses of a link. */
export function target(href: string, title?: unknown): string {
  const address = href.trim().replace(/[\s<>\\|]/g, encodeURIComponent);
  const safe = /[()]/.test(address) || address === '' ? `<${address}>` : address;
  return title ? `${safe} "${String(title).replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"` : safe;
}

/** Code between as many backticks as it takes. */
function codeSource(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .*[^ ].* $/.test(code) ? ' ' : '';
  return `${fence}${space}${code}${space}${fence}`;
}
