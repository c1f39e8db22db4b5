import type { JSONContent } from '@tiptap/core';
import type { Token, Tokens } from 'marked';
import { decodeEntities } from './entities.ts';

type Mark = { type: string; attrs?: Record<string, unknown> };

const MARKS: Readonly<Record<string, string>> = { strong: 'bold', em: 'italic', del: 'strike' };

/** The words and pictures of a block. What the visual editor has no form for stays as its source, which `holds` then notices. */
export const inlineOf = (tokens: readonly Token[] = [], marks: readonly Mark[] = []): JSONContent[] =>
  joined(tokens.flatMap((token) => nodesOf(token, marks)));

function nodesOf(token: Token, marks: readonly Mark[]): JSONContent[] {
  const mark = MARKS[token.type];
  if (mark) return inlineOf((token as Tokens.Strong).tokens, [...marks, { type: mark }]);
  switch (token.type) {
    case 'text':
      return (token as Tokens.Text).tokens
        ? inlineOf((token as Tokens.Text).tokens, marks)
        : text(decodeEntities((token as Tokens.Text).text), marks);
    case 'escape':
      return text((token as Tokens.Escape).text, marks);
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'codespan':
      return text((token as Tokens.Codespan).text, [...marks.filter(({ type }) => type === 'link'), { type: 'code' }]);
    case 'link': {
      const { href, title, tokens } = token as Tokens.Link;
      return inlineOf(tokens, [...marks, { type: 'link', attrs: { href, title: title || null } }]);
    }
    case 'image': {
      const { href, title, tokens, text: alt } = token as Tokens.Image;
      return [{ type: 'image', attrs: { src: href, alt: tokens?.length ? wordsOf(tokens) : alt, title: title || null }, ...marked(marks) }];
    }
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw.trim()) ? [{ type: 'hardBreak' }] : text(token.raw, marks);
    default:
      return text(token.raw, marks);
  }
}

/** The words alone, as an image's description has them. */
export const wordsOf = (tokens: readonly Token[]): string =>
  inlineOf(tokens)
    .map((node) => node.text ?? ' ')
    .join('');

const marked = (marks: readonly Mark[]) => (marks.length > 0 ? { marks: [...marks] } : {});

// A line break in the source that is no `br` is a blank.
const text = (words: string, marks: readonly Mark[]): JSONContent[] =>
  words === '' ? [] : [{ type: 'text', text: words.replace(/\n/g, ' '), ...marked(marks) }];

/** Neighbors with the same marks are one text, as the editor keeps them. */
function joined(nodes: JSONContent[]): JSONContent[] {
  const out: JSONContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      last.text += node.text ?? '';
    else out.push(node);
  }
  return out;
}
